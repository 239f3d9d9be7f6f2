package dev.ilana.model;

import dev.ilana.query.QueryBuilder;
import dev.ilana.query.Settings;
import dev.ilana.sql.Aggregate;
import dev.ilana.sql.Aggregate.Function;
import dev.ilana.sql.Constant;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.Exists;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.SubSelect;
import dev.ilana.sql.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The typed words of a {@link ModelQuery} that choose and sort its rows: by columns, by related rows, by scopes.
 *
 * @param <M> the model
 */
public abstract sealed class ModelConditions<M extends Model<M>> extends QueryBuilder<ModelQuery<M>>
        permits ModelReads {

    ModelConditions(Select select, Settings settings) {
        super(select, settings);
    }

    /** The table that is asked. */
    public abstract ModelTable<M> table();

    abstract QueryParts<M> parts();

    abstract ModelQuery<M> withParts(QueryParts<M> newParts);

    /** Under a condition that stands beside the whole of the caller's, whatever "or" that has. */
    public final ModelQuery<M> constrained(Criterion criterion) {
        return withParts(parts().withConstraint(criterion));
    }

    // Conditions

    /** Rows that fit the condition, as one in parentheses. */
    public final ModelQuery<M> where(Condition<M> condition) {
        return and(condition.criterion().grouped());
    }

    public final ModelQuery<M> orWhere(Condition<M> condition) {
        return or(condition.criterion().grouped());
    }

    public final ModelQuery<M> whereNot(Condition<M> condition) {
        return and(condition.not().criterion());
    }

    public final ModelQuery<M> whereNull(Column<M, ?> column) {
        return where(column.isNull());
    }

    public final ModelQuery<M> whereNotNull(Column<M, ?> column) {
        return where(column.isNotNull());
    }

    public final ModelQuery<M> orWhereNot(Condition<M> condition) {
        return or(condition.not().criterion());
    }

    /** Groups that fit the condition: {@code groupBy(KIND).having(ID.count().gt(3L))}. */
    public final ModelQuery<M> having(Condition<M> condition) {
        return havingAll(condition.criterion().grouped());
    }

    public final ModelQuery<M> orHaving(Condition<M> condition) {
        return havingAny(condition.criterion().grouped());
    }

    /** Rows whose key is this one. */
    public final ModelQuery<M> whereKey(Object key) {
        // Beside the whole of the caller's conditions, whatever "or" they have.
        return constrained(table().primaryKey().key().is(key));
    }

    /** Rows that have at least one related row. */
    public final ModelQuery<M> has(Relation<M, ?, ?> relation) {
        return and(related(relation, false));
    }

    public final ModelQuery<M> orHas(Relation<M, ?, ?> relation) {
        return or(related(relation, false));
    }

    /** Rows that have so many related rows: {@code has(POSTS, ">=", 3)}. */
    public final ModelQuery<M> has(Relation<M, ?, ?> relation, String operator, long count) {
        return and(counted(counting(relation), operator, count));
    }

    public final ModelQuery<M> orHas(Relation<M, ?, ?> relation, String operator, long count) {
        return or(counted(counting(relation), operator, count));
    }

    /**
     * Rows that have at least one row at the end of the path: {@code has("posts.comments")}.
     *
     * @throws dev.ilana.error.UnknownRelationException when there is none of a name
     */
    public final ModelQuery<M> has(String path) {
        return has(path, ">=", 1);
    }

    public final ModelQuery<M> orHas(String path) {
        return or(atEnd(path, ">=", 1, false));
    }

    /** The same by number: of the last name's rows for one of those before it. */
    public final ModelQuery<M> has(String path, String operator, long count) {
        return and(atEnd(path, operator, count, false));
    }

    /** Rows that have no row at the end of the path. */
    public final ModelQuery<M> doesntHave(String path) {
        return and(atEnd(path, ">=", 1, true));
    }

    public final ModelQuery<M> orDoesntHave(String path) {
        return or(atEnd(path, ">=", 1, true));
    }

    /** Rows that have no related row. */
    public final ModelQuery<M> doesntHave(Relation<M, ?, ?> relation) {
        return and(related(relation, true));
    }

    public final ModelQuery<M> orDoesntHave(Relation<M, ?, ?> relation) {
        return or(related(relation, true));
    }

    /** Rows that have at least one related row that fits. */
    public final <R extends Model<R>> ModelQuery<M> whereHas(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return and(new Exists(correlated(relation, fitting), false));
    }

    public final <R extends Model<R>> ModelQuery<M> orWhereHas(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return or(new Exists(correlated(relation, fitting), false));
    }

    /** Rows that have so many related rows that fit. */
    public final <R extends Model<R>> ModelQuery<M> whereHas(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting, String operator, long count) {
        return and(counted(counting(relation, fitting), operator, count));
    }

    /** Rows that have no related row that fits. */
    public final <R extends Model<R>> ModelQuery<M> whereDoesntHave(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return and(new Exists(correlated(relation, fitting), true));
    }

    public final <R extends Model<R>> ModelQuery<M> orWhereDoesntHave(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return or(new Exists(correlated(relation, fitting), true));
    }

    /**
     * The same by name, of rows at the end of a path: {@code whereHas("posts.comments", comments -> comments.where("votes",
     * ">", 3))}.
     *
     * @throws dev.ilana.error.UnknownRelationException when there is none of a name
     */
    public final <R extends Model<R>> ModelQuery<M> whereHas(String path, UnaryOperator<ModelQuery<R>> fitting) {
        return and(fittingAtEnd(path, fitting, false));
    }

    public final <R extends Model<R>> ModelQuery<M> orWhereHas(String path, UnaryOperator<ModelQuery<R>> fitting) {
        return or(fittingAtEnd(path, fitting, false));
    }

    public final <R extends Model<R>> ModelQuery<M> whereDoesntHave(String path, UnaryOperator<ModelQuery<R>> fitting) {
        return and(fittingAtEnd(path, fitting, true));
    }

    public final <R extends Model<R>> ModelQuery<M> orWhereDoesntHave(
            String path, UnaryOperator<ModelQuery<R>> fitting) {
        return or(fittingAtEnd(path, fitting, true));
    }

    /** Rows that point at this one, which must be stored: {@code whereBelongsTo(Post.AUTHOR, ada)}. */
    public final <R extends Model<R>> ModelQuery<M> whereBelongsTo(Relation<M, R, R> relation, R model) {
        return and(relation.link().pointsAt(model));
    }

    public final <R extends Model<R>> ModelQuery<M> orWhereBelongsTo(Relation<M, R, R> relation, R model) {
        return or(relation.link().pointsAt(model));
    }

    /** Rows that point at one of these, which must be stored; none where there are none. */
    public final <R extends Model<R>> ModelQuery<M> whereBelongsTo(
            Relation<M, R, R> relation, java.util.Collection<R> models) {
        return and(relation.link().pointsAtOneOf(models));
    }

    public final <R extends Model<R>> ModelQuery<M> orWhereBelongsTo(
            Relation<M, R, R> relation, java.util.Collection<R> models) {
        return or(relation.link().pointsAtOneOf(models));
    }

    /** Rows that belong to this one, which must be stored: {@code whereMorphedTo(Comment.SUBJECT, post)}. */
    public final <R extends Model<R>> ModelQuery<M> whereMorphedTo(Polymorphic<M> relation, R model) {
        return where(relation.is(model));
    }

    public final <R extends Model<R>> ModelQuery<M> orWhereMorphedTo(Polymorphic<M> relation, R model) {
        return orWhere(relation.is(model));
    }

    /** Rows that belong to any row of that table. */
    public final ModelQuery<M> whereMorphedTo(Polymorphic<M> relation, ModelTable<?> table) {
        return where(relation.isOf(table));
    }

    public final ModelQuery<M> orWhereMorphedTo(Polymorphic<M> relation, ModelTable<?> table) {
        return orWhere(relation.isOf(table));
    }

    private static Criterion counted(Select count, String operator, long number) {
        return new Comparison(new SubSelect(count), Operator.ofNumbers(operator), new Value(number, SqlType.BIGINT));
    }

    private Criterion atEnd(String path, String operator, long count, boolean negated) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return ofOne(table().relationToOneTable(path), operator, count, negated);
        }
        return below(
                table().relationToOneTable(path.substring(0, dot)), path.substring(dot + 1), operator, count, negated);
    }

    private <R extends Model<R>> Criterion ofOne(
            Relation<M, R, ?> relation, String operator, long count, boolean negated) {
        boolean isAny = count == 1 && operator.equals(">=");
        Criterion found = isAny ? related(relation, false) : counted(counting(relation), operator, count);
        return negated ? new Criterion.Not(found) : found;
    }

    private <R extends Model<R>> Criterion below(
            Relation<M, R, ?> relation, String rest, String operator, long count, boolean negated) {
        return new Exists(correlated(relation, query -> query.has(rest, operator, count)), negated);
    }

    private <R extends Model<R>> Criterion fittingAtEnd(
            String path, UnaryOperator<ModelQuery<R>> fitting, boolean negated) {
        int dot = path.indexOf('.');
        return dot < 0
                ? new Exists(correlated(this.<R>relationNamed(path), fitting), negated)
                : fittingBelow(
                        table().relationToOneTable(path.substring(0, dot)), path.substring(dot + 1), fitting, negated);
    }

    private static <M extends Model<M>, B extends Model<B>, R extends Model<R>> Criterion fittingBelow(
            Relation<M, B, ?> relation, String rest, UnaryOperator<ModelQuery<R>> fitting, boolean negated) {
        return new Exists(correlated(relation, query -> query.whereHas(rest, fitting)), negated);
    }

    @SuppressWarnings("unchecked") // who names the relation says what it relates to
    private <R extends Model<R>> Relation<M, R, ?> relationNamed(String name) {
        return (Relation<M, R, ?>) table().relationToOneTable(name);
    }

    /** Rows that have at least one related row that fits the condition: {@code whereRelation(POSTS, VIEWS.gt(800))}. */
    public final <R extends Model<R>> ModelQuery<M> whereRelation(Relation<M, R, ?> relation, Condition<R> condition) {
        return whereHas(relation, related -> related.where(condition));
    }

    public final <R extends Model<R>> ModelQuery<M> orWhereRelation(
            Relation<M, R, ?> relation, Condition<R> condition) {
        return orWhereHas(relation, related -> related.where(condition));
    }

    /** The same by name: {@code whereRelation("posts", "views", ">", 800)}. */
    public final ModelQuery<M> whereRelation(String relation, String column, String operator, @Nullable Object value) {
        return and(new Exists(correlatedBy(table().relationToOneTable(relation), column, operator, value), false));
    }

    public final ModelQuery<M> orWhereRelation(
            String relation, String column, String operator, @Nullable Object value) {
        return or(new Exists(correlatedBy(table().relationToOneTable(relation), column, operator, value), false));
    }

    private static <M extends Model<M>, R extends Model<R>> Select correlatedBy(
            Relation<M, R, ?> relation, String column, String operator, @Nullable Object value) {
        return correlated(relation, related -> related.where(column, operator, value));
    }

    private <R extends Model<R>> Criterion related(Relation<M, R, ?> relation, boolean negated) {
        return new Exists(correlated(relation, query -> query), negated);
    }

    static <M extends Model<M>, R extends Model<R>> Select correlated(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return relation.correlate(fitting).statement().withColumns(List.of(new Selection(new Constant(1), "found")));
    }

    static <M extends Model<M>, R extends Model<R>> Select counting(Relation<M, R, ?> relation) {
        return counting(relation, query -> query);
    }

    static <M extends Model<M>, R extends Model<R>> Select counting(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return correlated(relation, fitting)
                .withColumns(List.of(Selection.of(new Aggregate(Function.COUNT, null))))
                .withoutOrders();
    }

    /** This query with the scope applied; its conditions and the scope's each stay together. */
    public final ModelQuery<M> scope(Scope<M> scope) {
        ModelQuery<M> scoped = scope.apply(withSelect(select().withWhere(null)));
        Criterion before = select().where();
        Criterion added = scoped.select().where();
        if (before == null || added == null) {
            return scoped.withSelect(scoped.select().withWhere(before == null ? added : before));
        }
        return scoped.withSelect(scoped.select().withWhere(before.grouped().and(added.grouped())));
    }

    /** Without the table's global scope of that name. */
    public final ModelQuery<M> withoutGlobalScope(String name) {
        table().requireGlobalScope(name);
        return withParts(parts().withScopes(parts().scopes().without(name)));
    }

    /**
     * Without any of the table's global scopes, soft deletes included. The rows of other tenants stay out all the same: who
     * wants them says {@code withoutGlobalScope("tenant")}.
     */
    public final ModelQuery<M> withoutGlobalScopes() {
        return withParts(parts().withScopes(parts().scopes().withNone()));
    }

    /** Softly deleted rows too. */
    public final ModelQuery<M> withTrashed() {
        return withParts(parts().withScopes(parts().scopes().withTrashed()));
    }

    /**
     * Softly deleted rows only.
     *
     * @throws dev.ilana.error.InvalidUsageException when the table has no soft deletes
     */
    public final ModelQuery<M> onlyTrashed() {
        var unused = table().deletedAt();
        return withParts(parts().withScopes(parts().scopes().withOnlyTrashed()));
    }

    /** No softly deleted rows: what a query does by itself. */
    public final ModelQuery<M> withoutTrashed() {
        return withParts(parts().withScopes(parts().scopes().withoutTrashed()));
    }

    // Order

    /** Sorted so, after what it is sorted by already. */
    public final ModelQuery<M> orderBy(Sort<M> sort) {
        return withSelect(select().withOrder(sort.order()));
    }

    public final ModelQuery<M> orderBy(Field<M, ?> field) {
        return orderBy(field.asc());
    }

    public final ModelQuery<M> orderByDesc(Field<M, ?> field) {
        return orderBy(field.desc());
    }

    /** The newest first, by the time of creation. */
    public final ModelQuery<M> latest() {
        return orderBy(table().createdAt().desc());
    }

    /** The oldest first, by the time of creation. */
    public final ModelQuery<M> oldest() {
        return orderBy(table().createdAt().asc());
    }
}
