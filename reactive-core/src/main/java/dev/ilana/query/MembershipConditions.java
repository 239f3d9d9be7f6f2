package dev.ilana.query;

import dev.ilana.error.NullNotAllowedException;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Between;
import dev.ilana.sql.Criterion.Exists;
import dev.ilana.sql.Criterion.In;
import dev.ilana.sql.Criterion.InSelect;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.Value;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words about where a value belongs: in a list, in a range, among the rows of another query, or nowhere, as null.
 *
 * @param <Q> what the words are said on; each call gives a new one
 */
public abstract class MembershipConditions<Q extends MembershipConditions<Q>> extends Conditions<Q> {

    // Lists

    /**
     * Rows whose column is one of the values; none for an empty collection.
     *
     * @throws dev.ilana.error.TypeMismatchException when they are not of one type; different numbers are
     */
    public final Q whereIn(String column, Collection<?> values) {
        return and(in(column, values, false));
    }

    /** Rows whose column is none of the values; all for an empty collection. */
    public final Q whereNotIn(String column, Collection<?> values) {
        return and(in(column, values, true));
    }

    public final Q orWhereIn(String column, Collection<?> values) {
        return or(in(column, values, false));
    }

    public final Q orWhereNotIn(String column, Collection<?> values) {
        return or(in(column, values, true));
    }

    private Criterion in(String column, Collection<?> values, boolean negated) {
        List<Value> bound = Value.ofOneType(
                values.stream().map(value -> notNullInList(column, value)).toList());
        return new In(operand(column, bound.isEmpty() ? null : bound.get(0)), bound, negated);
    }

    /** Rows whose column is among those that a query of one column finds. */
    public final Q whereIn(String column, Subquery query) {
        return and(new InSelect(column(column), oneColumn(query), false));
    }

    /** Rows whose column is not among them; none at all when there is a null among them. */
    public final Q whereNotIn(String column, Subquery query) {
        return and(new InSelect(column(column), oneColumn(query), true));
    }

    public final Q orWhereIn(String column, Subquery query) {
        return or(new InSelect(column(column), oneColumn(query), false));
    }

    public final Q orWhereNotIn(String column, Subquery query) {
        return or(new InSelect(column(column), oneColumn(query), true));
    }

    // Null

    public final Q whereNull(String column) {
        return and(new IsNull(column(column), false));
    }

    public final Q whereNotNull(String column) {
        return and(new IsNull(column(column), true));
    }

    public final Q orWhereNull(String column) {
        return or(new IsNull(column(column), false));
    }

    public final Q orWhereNotNull(String column) {
        return or(new IsNull(column(column), true));
    }

    // Ranges

    /** Rows whose column lies between the two, both included. */
    public final Q whereBetween(String column, Object low, Object high) {
        return and(between(column, low, high, false));
    }

    public final Q whereNotBetween(String column, Object low, Object high) {
        return and(between(column, low, high, true));
    }

    public final Q orWhereBetween(String column, Object low, Object high) {
        return or(between(column, low, high, false));
    }

    public final Q orWhereNotBetween(String column, Object low, Object high) {
        return or(between(column, low, high, true));
    }

    private Criterion between(String column, Object low, Object high, boolean negated) {
        List<Value> bounds = Value.ofOneType(List.of(notNull(column, low), notNull(column, high)));
        return new Between(operand(column, bounds.get(0)), bounds.get(0), bounds.get(1), negated);
    }

    /** Rows whose column lies between the two others, both included. */
    public final Q whereBetweenColumns(String column, String low, String high) {
        return and(new Between(column(column), column(low), column(high), false));
    }

    public final Q whereNotBetweenColumns(String column, String low, String high) {
        return and(new Between(column(column), column(low), column(high), true));
    }

    public final Q orWhereNotBetweenColumns(String column, String low, String high) {
        return or(new Between(column(column), column(low), column(high), true));
    }

    public final Q orWhereBetweenColumns(String column, String low, String high) {
        return or(new Between(column(column), column(low), column(high), false));
    }

    // Text

    /** Rows whose column is like the pattern, where {@code %} stands for any text and {@code _} for any character. */
    public final Q whereLike(String column, String pattern) {
        return where(column, "like", pattern);
    }

    public final Q whereNotLike(String column, String pattern) {
        return where(column, "not like", pattern);
    }

    public final Q orWhereLike(String column, String pattern) {
        return orWhere(column, "like", pattern);
    }

    public final Q orWhereNotLike(String column, String pattern) {
        return orWhere(column, "not like", pattern);
    }

    // Other queries

    /** Rows for which the query finds a row; it may name columns of this one: {@code whereColumn("posts.user_id", "users.id")}. */
    public final Q whereExists(Subquery query) {
        return and(new Exists(query.asSelect(), false));
    }

    public final Q whereNotExists(Subquery query) {
        return and(new Exists(query.asSelect(), true));
    }

    public final Q orWhereExists(Subquery query) {
        return or(new Exists(query.asSelect(), false));
    }

    public final Q orWhereNotExists(Subquery query) {
        return or(new Exists(query.asSelect(), true));
    }

    private Value notNullInList(String column, @Nullable Object value) {
        if (value == null) {
            throw new NullNotAllowedException(
                    "a null in the list for " + column + " matches nothing; add orWhereNull(\"" + column + "\")");
        }
        return value(column, value);
    }
}
