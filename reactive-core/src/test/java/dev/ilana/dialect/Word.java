package dev.ilana.dialect;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.query.Query;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A word for a condition and its "or" form, which must be the same condition, after an "or". */
record Word(UnaryOperator<Query> and, UnaryOperator<Query> or) {

    private static final Query USERS = Query.table("users");

    static Word of(UnaryOperator<Query> and, UnaryOperator<Query> or) {
        return new Word(and, or);
    }

    /** All four say this for the condition. */
    @CanIgnoreReturnValue
    Word everywhere(String condition, @Nullable Object... values) {
        return on(Spelling.ALL, condition, values);
    }

    @CanIgnoreReturnValue
    Word on(Dialect dialect, String condition, @Nullable Object... values) {
        return on(List.of(dialect), condition, values);
    }

    @CanIgnoreReturnValue
    Word on(List<Dialect> dialects, String condition, @Nullable Object... values) {
        String where = "select * from [users] where ";
        @Nullable Object[] after = Stream.concat(Stream.of("x"), Arrays.stream(values)).toArray();
        Spelling.of(and.apply(USERS)).on(dialects, where + condition, values);
        Spelling.of(and.apply(USERS.where("a", "x"))).on(dialects, where + "[a] = ? and " + condition, after);
        Spelling.of(or.apply(USERS.where("a", "x"))).on(dialects, where + "[a] = ? or " + condition, after);
        return this;
    }

    @CanIgnoreReturnValue
    Word nowhereOf(List<Dialect> dialects, Capability capability) {
        Spelling.of(and.apply(USERS)).nowhereOf(dialects, capability);
        Spelling.of(or.apply(USERS.where("a", "x"))).nowhereOf(dialects, capability);
        return this;
    }
}
