package dev.ilana.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition on a row. */
public sealed interface Criterion {

    /** Two values compared; a comparison with null is not this but {@link IsNull}. */
    record Comparison(Expression left, Operator operator, Expression right) implements Criterion {}

    /** Membership in a list of values of one type; an empty list has no member. */
    record In(Expression left, List<Value> values, boolean negated) implements Criterion {
        public In {
            values = List.copyOf(values);
        }
    }

    /** Membership in the one column of another query. */
    record InSelect(Expression left, Select select, boolean negated) implements Criterion {}

    record IsNull(Expression operand, boolean negated) implements Criterion {}

    record Between(Expression operand, Expression low, Expression high, boolean negated) implements Criterion {}

    record Exists(Select select, boolean negated) implements Criterion {}

    /** An expression that is true by itself. */
    record Holds(Expression expression) implements Criterion {}

    /** The JSON at the path has the value, or as an array has it as an element; without a path, the whole JSON. */
    record JsonContains(Expression json, List<String> path, Value value) implements Criterion {
        public JsonContains {
            path = Texts.checked(path);
        }
    }

    /** The JSON has something at the path, be it a JSON null. */
    record JsonContainsKey(Expression json, List<String> path) implements Criterion {
        public JsonContainsKey {
            path = Texts.checked(path);
        }
    }

    /** The columns have the words, by the rules of a language where one is given; its name is checked here. */
    record FullText(
            List<Expression> columns,
            String words,
            Mode mode,
            @Nullable String language) implements Criterion {
        public FullText {
            columns = List.copyOf(columns);
            if (language != null) {
                Names.checkPlain(language);
            }
        }

        /** How the words are read. */
        public enum Mode {
            /** All of the words, in any order; where the database knows a language, in any form. */
            NATURAL,
            /** The words in this order. */
            PHRASE,
            /** As in a search box: {@code "a phrase" or -without}. */
            WEB
        }
    }

    record Not(Criterion criterion) implements Criterion {}

    /** All of the parts; none is true. */
    record And(List<Criterion> parts) implements Criterion {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** Any of the parts; none is false. */
    record Or(List<Criterion> parts) implements Criterion {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** A condition that stays one whatever is said before and after it. */
    record Group(Criterion criterion) implements Criterion {}

    /** Whether no row can fit, whatever the data: there is an empty list in the way. */
    default boolean isNever() {
        if (this instanceof In in) {
            return !in.negated() && in.values().isEmpty();
        } else if (this instanceof And and) {
            return and.parts().stream().anyMatch(Criterion::isNever);
        } else if (this instanceof Or or) {
            return or.parts().stream().allMatch(Criterion::isNever);
        }
        return this instanceof Group group && group.criterion().isNever();
    }

    /** This as one condition: in parentheses where it would otherwise come apart. */
    default Criterion grouped() {
        return this instanceof Or ? new Group(this) : this;
    }

    /** Both this and the other. */
    default Criterion and(Criterion other) {
        return new And(appended(this instanceof And and ? and.parts() : List.of(this), other));
    }

    /** Either this or the other. */
    default Criterion or(Criterion other) {
        return new Or(appended(this instanceof Or or ? or.parts() : List.of(this), other));
    }

    /**
     * This and the other, where a chain {@code a or b} followed by {@code and c} reads {@code a or (b and c)}: how SQL and
     * the seeds' builders read a flat chain of calls.
     */
    default Criterion andLast(Criterion other) {
        if (!(this instanceof Or or)) {
            return and(other);
        }
        int last = or.parts().size() - 1;
        List<Criterion> parts = new ArrayList<>(or.parts());
        parts.set(last, parts.get(last).and(other));
        return new Or(parts);
    }

    private static List<Criterion> appended(List<Criterion> parts, Criterion other) {
        List<Criterion> all = new ArrayList<>(parts);
        all.add(other);
        return all;
    }
}
