package dev.ilana.query;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Join;
import dev.ilana.sql.Select;
import dev.ilana.sql.Source;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The words that join other tables and queries to a query. What is joined is named first, then either two columns that are
 * equal, or how two columns compare, or a function that says all its conditions: {@code on.on("posts.user_id",
 * "users.id").where("posts.views", ">", 10)}. A table may be given another name: {@code "users as boss"}.
 *
 * @param <Q> the query itself; each call gives a new one
 */
public abstract class Joins<Q extends Joins<Q>> extends PartConditions<Q> {

    /** The statement as said so far. */
    protected abstract Select select();

    /** This query with another statement. */
    protected abstract Q withSelect(Select newSelect);

    @Override
    protected final @Nullable Criterion criterion() {
        return select().where();
    }

    @Override
    protected final Q withCriterion(@Nullable Criterion criterion) {
        return withSelect(select().withWhere(criterion));
    }

    @Override
    protected boolean hasOnlyConditions() {
        return select().withWhere(null).equals(Select.from(select().source()));
    }

    /** With the rows of that table that fit: {@code join("posts", "posts.user_id", "users.id")}. */
    public final Q join(String table, String first, String second) {
        return join(table, on -> on.on(first, second));
    }

    public final Q join(String table, String first, String operator, String second) {
        return join(table, on -> on.on(first, operator, second));
    }

    public final Q join(String table, UnaryOperator<On> on) {
        return joined(Join.Kind.INNER, Source.parse(table), on);
    }

    /** With the rows of that table that fit, and nulls where there is none. */
    public final Q leftJoin(String table, String first, String second) {
        return leftJoin(table, on -> on.on(first, second));
    }

    public final Q leftJoin(String table, String first, String operator, String second) {
        return leftJoin(table, on -> on.on(first, operator, second));
    }

    public final Q leftJoin(String table, UnaryOperator<On> on) {
        return joined(Join.Kind.LEFT, Source.parse(table), on);
    }

    /** All rows of that table, and nulls where this query has none for one. */
    public final Q rightJoin(String table, String first, String second) {
        return rightJoin(table, on -> on.on(first, second));
    }

    public final Q rightJoin(String table, String first, String operator, String second) {
        return rightJoin(table, on -> on.on(first, operator, second));
    }

    public final Q rightJoin(String table, UnaryOperator<On> on) {
        return joined(Join.Kind.RIGHT, Source.parse(table), on);
    }

    /** All rows of both sides, and nulls where the other has none: only where the database can ({@code FULL_JOIN}). */
    public final Q fullJoin(String table, String first, String second) {
        return fullJoin(table, on -> on.on(first, second));
    }

    public final Q fullJoin(String table, String first, String operator, String second) {
        return fullJoin(table, on -> on.on(first, operator, second));
    }

    public final Q fullJoin(String table, UnaryOperator<On> on) {
        return joined(Join.Kind.FULL, Source.parse(table), on);
    }

    /** Each row with each row of that table. */
    public final Q crossJoin(String table) {
        return withSelect(select().withJoin(new Join(Join.Kind.CROSS, Source.parse(table), null, false)));
    }

    /** With the rows of another query, under that name, that fit. */
    public final Q joinSub(Subquery query, String alias, String first, String second) {
        return joinSub(query, alias, on -> on.on(first, second));
    }

    public final Q joinSub(Subquery query, String alias, String first, String operator, String second) {
        return joinSub(query, alias, on -> on.on(first, operator, second));
    }

    public final Q joinSub(Subquery query, String alias, UnaryOperator<On> on) {
        return joined(Join.Kind.INNER, new Source.Derived(query.asSelect(), alias), on);
    }

    /** With the rows of another query that fit, and nulls where there is none. */
    public final Q leftJoinSub(Subquery query, String alias, String first, String second) {
        return leftJoinSub(query, alias, on -> on.on(first, second));
    }

    public final Q leftJoinSub(Subquery query, String alias, String first, String operator, String second) {
        return leftJoinSub(query, alias, on -> on.on(first, operator, second));
    }

    public final Q leftJoinSub(Subquery query, String alias, UnaryOperator<On> on) {
        return joined(Join.Kind.LEFT, new Source.Derived(query.asSelect(), alias), on);
    }

    /**
     * With the rows of another query, which may name columns of this one: run anew for each of its rows.
     *
     * @throws dev.ilana.error.UnsupportedFeatureException at the run, where the database can't ({@code LATERAL})
     */
    public final Q joinLateral(Subquery query, String alias) {
        return lateral(Join.Kind.INNER, query, alias);
    }

    /** The same, and nulls where the query finds no row. */
    public final Q leftJoinLateral(Subquery query, String alias) {
        return lateral(Join.Kind.LEFT, query, alias);
    }

    private Q lateral(Join.Kind kind, Subquery query, String alias) {
        Criterion always = new Criterion.And(List.of());
        return withSelect(select().withJoin(new Join(kind, new Source.Derived(query.asSelect(), alias), always, true)));
    }

    private Q joined(Join.Kind kind, Source source, UnaryOperator<On> on) {
        Criterion criterion = on.apply(On.NONE).criterion();
        if (criterion == null) {
            throw new InvalidUsageException(
                    "a join of " + source.name() + " needs a condition; crossJoin() is the one without");
        }
        return withSelect(select().withJoin(new Join(kind, source, criterion, false)));
    }
}
