package dev.ilana.dialect;

import dev.ilana.sql.Aggregate;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.And;
import dev.ilana.sql.Criterion.Between;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.Exists;
import dev.ilana.sql.Criterion.Group;
import dev.ilana.sql.Criterion.In;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.Criterion.Not;
import dev.ilana.sql.Criterion.Or;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Outer;
import dev.ilana.sql.Selection;
import dev.ilana.sql.SubSelect;
import dev.ilana.sql.Value;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The part of a grammar that spells conditions and expressions. */
final class CriterionGrammar {

    private final Grammar grammar;

    CriterionGrammar(Grammar grammar) {
        this.grammar = grammar;
    }

    void write(SqlWriter out, Criterion criterion) {
        if (criterion instanceof Comparison comparison) {
            expression(out, comparison.left());
            out.sql(" ").sql(comparison.operator().symbol()).sql(" ");
            expression(out, comparison.right());
        } else if (criterion instanceof In in) {
            in(out, in);
        } else if (criterion instanceof IsNull isNull) {
            expression(out, isNull.operand());
            out.sql(isNull.negated() ? " is not null" : " is null");
        } else if (criterion instanceof Between between) {
            expression(out, between.operand());
            out.sql(between.negated() ? " not between " : " between ");
            expression(out, between.low());
            out.sql(" and ");
            expression(out, between.high());
        } else if (criterion instanceof Exists exists) {
            out.sql(exists.negated() ? "not exists (" : "exists (");
            grammar.select(out, exists.select());
            out.sql(")");
        } else if (criterion instanceof Not not) {
            out.sql("not (");
            write(out, not.criterion());
            out.sql(")");
        } else if (criterion instanceof Group group) {
            write(out, group.criterion());
        } else if (criterion instanceof And and) {
            junction(out, and.parts(), " and ", "1 = 1");
        } else if (criterion instanceof Or or) {
            junction(out, or.parts(), " or ", "1 = 0");
        }
    }

    private void in(SqlWriter out, In in) {
        if (in.values().isEmpty()) {
            out.sql(in.negated() ? "1 = 1" : "1 = 0");
        } else {
            grammar.in(out, () -> expression(out, in.left()), in.values(), in.negated());
        }
    }

    private void junction(SqlWriter out, List<Criterion> parts, String word, String whenEmpty) {
        if (parts.isEmpty()) {
            out.sql(whenEmpty);
        }
        for (int i = 0; i < parts.size(); i++) {
            Criterion part = unwrapped(parts.get(i));
            // A lone part needs no parentheses; nor does an "and" inside an "or": SQL binds it closer, and the seeds'
            // chains read so.
            boolean parenthesised = part instanceof Or && parts.size() > 1;
            out.sql(i == 0 ? "" : word).sql(parenthesised ? "(" : "");
            write(out, part);
            out.sql(parenthesised ? ")" : "");
        }
    }

    /** What a junction of one part, or a group, is about. */
    private static Criterion unwrapped(Criterion criterion) {
        if (criterion instanceof Group group) {
            return unwrapped(group.criterion());
        } else if (criterion instanceof And and && and.parts().size() == 1) {
            return unwrapped(and.parts().get(0));
        } else if (criterion instanceof Or or && or.parts().size() == 1) {
            return unwrapped(or.parts().get(0));
        }
        return criterion;
    }

    void expression(SqlWriter out, Expression expression) {
        if (expression instanceof ColumnRef column) {
            out.column(column);
        } else if (expression instanceof Value value) {
            out.bind(value);
        } else if (expression instanceof Outer outer) {
            out.outside(() -> out.column(outer.column()));
        } else if (expression instanceof Aggregate aggregate) {
            out.sql(aggregate.function().name().toLowerCase(Locale.ROOT)).sql("(");
            if (aggregate.argument() == null) {
                out.sql("*");
            } else {
                expression(out, aggregate.argument());
            }
            out.sql(")");
        } else if (expression instanceof SubSelect sub) {
            out.sql("(");
            grammar.select(out, sub.select());
            out.sql(")");
        }
    }

    /** The name that a selected expression has in the result. */
    static String resultName(Selection selection) {
        if (selection.alias() != null) {
            return selection.alias();
        }
        if (selection.expression() instanceof ColumnRef column) {
            return column.column();
        }
        return Objects.requireNonNull(selection.alias(), "an expression of a limited partition needs an alias");
    }
}
