package dev.ilana.dialect;

import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.sql.Aggregate;
import dev.ilana.sql.AllColumns;
import dev.ilana.sql.Arithmetic;
import dev.ilana.sql.Call;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Constant;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.And;
import dev.ilana.sql.Criterion.Between;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.Exists;
import dev.ilana.sql.Criterion.FullText;
import dev.ilana.sql.Criterion.Group;
import dev.ilana.sql.Criterion.Holds;
import dev.ilana.sql.Criterion.In;
import dev.ilana.sql.Criterion.InSelect;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.Criterion.JsonContains;
import dev.ilana.sql.Criterion.JsonContainsKey;
import dev.ilana.sql.Criterion.Not;
import dev.ilana.sql.Criterion.Or;
import dev.ilana.sql.DatePart;
import dev.ilana.sql.Excluded;
import dev.ilana.sql.Expression;
import dev.ilana.sql.JsonAt;
import dev.ilana.sql.JsonLength;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Order;
import dev.ilana.sql.Outer;
import dev.ilana.sql.Over;
import dev.ilana.sql.Raw;
import dev.ilana.sql.RowAddress;
import dev.ilana.sql.RowValue;
import dev.ilana.sql.Select;
import dev.ilana.sql.Spelled;
import dev.ilana.sql.SubSelect;
import dev.ilana.sql.Value;
import java.util.List;
import java.util.Locale;

/** The part of a grammar that spells expressions and conditions. */
abstract class ExpressionGrammar {

    /** Longer lists are as they are: padding them would cost more than the text saved, or pass the database's limit. */
    private static final int MAX_PADDED = 1_024;

    private final String database;
    private final char quote;

    ExpressionGrammar(String database, char quote) {
        this.database = database;
        this.quote = quote;
    }

    final String database() {
        return database;
    }

    final char quote() {
        return quote;
    }

    /**
     * The name itself, where the database takes it whole.
     *
     * @throws dev.ilana.error.InvalidNameException where it would cut the name, and so take another for it
     */
    String fitting(String name) {
        return name;
    }

    abstract void select(SqlWriter out, Select select);

    /** Writes the marker of the {@code position}th bound value, counted from 1. */
    void marker(StringBuilder out, int position, Value value) {
        out.append('?');
    }

    final UnsupportedFeatureException unsupported(Capability capability, String instead) {
        return new UnsupportedFeatureException(database, capability.words(), instead);
    }

    // Conditions

    final void criterion(SqlWriter out, Criterion criterion) {
        if (criterion instanceof Comparison comparison) {
            comparison(out, comparison.left(), comparison.operator(), comparison.right());
        } else if (criterion instanceof In in) {
            listed(out, in);
        } else if (criterion instanceof InSelect in) {
            expression(out, in.left());
            out.sql(in.negated() ? " not in (" : " in (");
            listed(out, in.select());
            out.sql(")");
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
            select(out, exists.select());
            out.sql(")");
        } else if (criterion instanceof Holds holds) {
            expression(out, holds.expression());
        } else if (criterion instanceof JsonContains contains) {
            jsonContains(out, contains);
        } else if (criterion instanceof JsonContainsKey contains) {
            jsonContainsKey(out, contains);
        } else if (criterion instanceof FullText text) {
            fullText(out, text);
        } else if (criterion instanceof Not not) {
            out.sql("not (");
            criterion(out, not.criterion());
            out.sql(")");
        } else if (criterion instanceof Group group) {
            criterion(out, group.criterion());
        } else if (criterion instanceof And and) {
            junction(out, and.parts(), " and ", "1 = 1");
        } else if (criterion instanceof Or or) {
            junction(out, or.parts(), " or ", "1 = 0");
        }
    }

    void comparison(SqlWriter out, Expression left, Operator operator, Expression right) {
        expression(out, left);
        out.sql(" ").sql(operator.symbol()).sql(" ");
        expression(out, right);
    }

    /** Writes a query as the list that it stands for. */
    void listed(SqlWriter out, Select select) {
        select(out, select);
    }

    private void listed(SqlWriter out, In in) {
        if (in.values().isEmpty()) {
            out.sql(in.negated() ? "1 = 1" : "1 = 0");
        } else {
            in(out, in.left(), in.values(), in.negated());
        }
    }

    /** Writes {@code left in (values)} for a list that is not empty. */
    void in(SqlWriter out, Expression left, List<Value> values, boolean negated) {
        expression(out, left);
        out.sql(negated ? " not in (" : " in (");
        int count = padded(values.size());
        for (int i = 0; i < count; i++) {
            out.sql(i == 0 ? "" : ", ").bind(values.get(Math.min(i, values.size() - 1)));
        }
        out.sql(")");
    }

    /** Filled up with the last value to a power of two, so that lists of many lengths share few texts. */
    private static int padded(int size) {
        return size == 1 || size > MAX_PADDED ? size : Integer.highestOneBit(size - 1) << 1;
    }

    abstract void jsonContains(SqlWriter out, JsonContains contains);

    abstract void jsonContainsKey(SqlWriter out, JsonContainsKey contains);

    void fullText(SqlWriter out, FullText text) {
        throw unsupported(Capability.FULL_TEXT, "use whereLike");
    }

    private void junction(SqlWriter out, List<Criterion> parts, String word, String whenEmpty) {
        if (parts.isEmpty()) {
            out.sql(whenEmpty);
        }
        for (int i = 0; i < parts.size(); i++) {
            Criterion part = unwrapped(parts.get(i));
            // A lone part needs no parentheses; nor does an "and" inside an "or": SQL binds it closer, and the seeds'
            // chains read so. What a user wrote may be anything.
            boolean parenthesised = parts.size() > 1
                    && (part instanceof Or || (part instanceof Holds holds && holds.expression() instanceof Raw));
            out.sql(i == 0 ? "" : word).sql(parenthesised ? "(" : "");
            criterion(out, part);
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

    // Expressions

    final void expression(SqlWriter out, Expression expression) {
        if (expression instanceof ColumnRef column) {
            out.column(column);
        } else if (expression instanceof Value value) {
            out.bind(value);
        } else if (expression instanceof Constant constant) {
            out.sql(String.valueOf(constant.number()));
        } else if (expression instanceof Outer outer) {
            out.outside(() -> out.column(outer.column()));
        } else if (expression instanceof Aggregate aggregate) {
            aggregate(out, aggregate);
        } else if (expression instanceof SubSelect sub) {
            out.sql("(");
            select(out, sub.select());
            out.sql(")");
        } else if (expression instanceof Raw raw) {
            raw(out, raw);
        } else if (expression instanceof Call call) {
            out.sql(functionName(call.function())).sql("(");
            list(out, call.arguments());
            out.sql(")");
        } else if (expression instanceof Over over) {
            over(out, over);
        } else if (expression instanceof Arithmetic arithmetic) {
            out.sql("(");
            expression(out, arithmetic.left());
            out.sql(" ").sql(arithmetic.operation().symbol()).sql(" ");
            expression(out, arithmetic.right());
            out.sql(")");
        } else if (expression instanceof DatePart part) {
            datePart(out, part);
        } else if (expression instanceof Spelled spelled) {
            spelled(out, spelled);
        } else if (expression instanceof JsonAt at) {
            jsonAt(out, at);
        } else if (expression instanceof JsonLength length) {
            jsonLength(out, length);
        } else if (expression instanceof RowValue row) {
            out.sql("(");
            list(out, row.parts());
            out.sql(")");
        } else if (expression instanceof AllColumns all) {
            out.qualifier(all.source()).sql(".*");
        } else if (expression instanceof RowAddress address) {
            out.qualifier(address.table()).sql(".").sql(rowAddress());
        } else if (expression instanceof Excluded excluded) {
            excluded(out, excluded.column());
        }
    }

    final void list(SqlWriter out, List<? extends Expression> expressions) {
        String separator = "";
        for (Expression each : expressions) {
            out.sql(separator);
            expression(out, each);
            separator = ", ";
        }
    }

    void aggregate(SqlWriter out, Aggregate aggregate) {
        out.sql(aggregate.function().name().toLowerCase(Locale.ROOT)).sql(aggregate.distinct() ? "(distinct " : "(");
        if (aggregate.argument() == null) {
            out.sql("*");
        } else {
            expression(out, aggregate.argument());
        }
        out.sql(")");
    }

    final void raw(SqlWriter out, Raw raw) {
        out.raw(raw.pieces().get(0));
        for (int i = 0; i < raw.values().size(); i++) {
            String piece = raw.pieces().get(i + 1);
            // A word right behind the marker would be read as part of it: drivers know $1 and ?name.
            boolean runsOn = !piece.isEmpty() && Character.isJavaIdentifierPart(piece.charAt(0));
            out.bind(raw.values().get(i)).raw(runsOn ? " " : "").raw(piece);
        }
    }

    String functionName(Call.Function function) {
        return switch (function) {
            case LENGTH -> "char_length";
            case RANDOM -> "rand";
            default -> function.name().toLowerCase(Locale.ROOT);
        };
    }

    private void over(SqlWriter out, Over over) {
        expression(out, over.function());
        out.sql(" over (");
        String separator = "";
        if (!over.partition().isEmpty()) {
            list(out.sql("partition by "), over.partition());
            separator = " ";
        }
        if (!over.orders().isEmpty()) {
            out.sql(separator);
            orders(out, over.orders());
            separator = " ";
        }
        if (over.frame() != null) {
            out.sql(separator).sql("rows between ");
            Long from = over.frame().from();
            Long to = over.frame().to();
            out.sql(from == null ? "unbounded preceding" : bound(-from)).sql(" and ");
            out.sql(to == null ? "unbounded following" : bound(to));
        }
        out.sql(")");
    }

    private static String bound(long rowsAfter) {
        if (rowsAfter == 0) {
            return "current row";
        }
        return Math.abs(rowsAfter) + (rowsAfter < 0 ? " preceding" : " following");
    }

    /** Writes {@code order by …}; nothing for no orders. */
    final void orders(SqlWriter out, List<Order> orders) {
        String separator = "order by ";
        for (Order order : orders) {
            order(out.sql(separator), order);
            separator = ", ";
        }
    }

    void order(SqlWriter out, Order order) {
        expression(out, order.expression());
        if (order.direction() != null) {
            out.sql(order.direction() == Order.Direction.ASC ? " asc" : " desc");
        }
        if (order.nulls() != null) {
            out.sql(order.nulls() == Order.Nulls.FIRST ? " nulls first" : " nulls last");
        }
    }

    private void datePart(SqlWriter out, DatePart part) {
        switch (part.part()) {
            case DATE, TIME -> {
                dated(out.sql("cast("), part);
                out.sql(part.part() == DatePart.Part.DATE ? " as date)" : " as time(6))");
            }
            default -> {
                out.sql("extract(")
                        .sql(part.part().name().toLowerCase(Locale.ROOT))
                        .sql(" from ");
                dated(out, part);
                out.sql(")");
            }
        }
    }

    /** Writes what the part is of, in the time zone of the connection. */
    void dated(SqlWriter out, DatePart part) {
        expression(out, part.operand());
    }

    void spelled(SqlWriter out, Spelled spelled) {
        expression(out, spelled.column());
    }

    abstract void jsonAt(SqlWriter out, JsonAt at);

    abstract void jsonLength(SqlWriter out, JsonLength length);

    abstract void excluded(SqlWriter out, String column);

    /** The word, known to no definition, for where a row is. */
    String rowAddress() {
        throw new IllegalStateException(database + " finds the rows of a write by joins and limits of its own");
    }
}
