package dev.ilana.model;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.query.Settings;
import dev.ilana.query.Subquery;
import dev.ilana.sql.Aggregate;
import dev.ilana.sql.Aggregate.Function;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Join;
import dev.ilana.sql.Raw;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.Source;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.SubSelect;
import dev.ilana.sql.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The words of a {@link ModelQuery} that say what is read with each model: which columns, which relations, and what beside
 * them.
 *
 * @param <M> the model
 */
public abstract sealed class ModelReads<M extends Model<M>> extends ModelConditions<M> implements Selecting<M>
        permits ModelStreams {

    ModelReads(Select select, Settings settings) {
        super(select, settings);
    }

    // Relations to load

    /** Loads the relation for all models found, by one query more. */
    public final ModelQuery<M> with(Loadable<M, ?> relation) {
        return with(relation.loading(null));
    }

    /** Loads these relations too, by one query each. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final ModelQuery<M> with(Loadable<M, ?> relation, Loadable<M, ?>... more) {
        ModelQuery<M> query = with(relation);
        for (Loadable<M, ?> each : more) {
            query = query.with(each);
        }
        return query;
    }

    /** Loads what was said how to load. */
    public final ModelQuery<M> with(EagerLoad<M> load) {
        return withParts(parts().withLoad(load));
    }

    /** Loads the relation's rows that fit; a limit counts for each parent. */
    public final <R extends Model<R>> ModelQuery<M> with(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return with(new RelatedLoad<>(relation, fitting));
    }

    /**
     * Loads relations by name, nested ones by a path: {@code with("posts.comments", "roles")}.
     *
     * @throws dev.ilana.error.UnknownRelationException when there is none of that name
     */
    public final ModelQuery<M> with(String... relations) {
        ModelQuery<M> query = query();
        for (String path : relations) {
            query = query.with(RelationPath.of(table(), path).loading());
        }
        return query;
    }

    /**
     * What is later loaded into one model of the result is loaded into all that don't have it, by one query: the first {@link
     * Model#load} of a relation asks for all, those that come meanwhile wait for it, and those after it have it already. A
     * second {@code load} of the same model reads again. The models of a result are kept in memory together.
     */
    public final ModelQuery<M> batchingLoads() {
        return withParts(parts().withBatchedLoads());
    }

    /** Loads none of these, neither as the table says by itself nor as this query has said so far. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final ModelQuery<M> without(Loadable<M, ?>... relations) {
        return withParts(parts().without(List.of(relations)));
    }

    /**
     * The same by name.
     *
     * @throws dev.ilana.error.UnknownRelationException when there is none of that name
     */
    public final ModelQuery<M> without(String... relations) {
        return withParts(parts().without(Arrays.stream(relations)
                .<Loadable<M, ?>>map(table()::relation)
                .toList()));
    }

    // Computed of related rows

    /** Counts the relation's rows of each model, to be read by {@link Model#countOf}. */
    public final ModelQuery<M> withCount(Relation<M, ?, ?> relation) {
        return counted(relation.countName(), counting(relation));
    }

    /**
     * {@link #withCount(Relation)} by name: {@code withCount("posts")} is read by {@code getAttribute("posts_count")}.
     *
     * @throws dev.ilana.error.UnknownRelationException when there is none of a name, naming the nearest
     */
    public final ModelQuery<M> withCount(String... relations) {
        ModelQuery<M> counting = query();
        for (String relation : relations) {
            counting = counting.withCount(table().relationToOneTable(relation));
        }
        return counting;
    }

    /** Counts the relation's rows that fit. */
    public final <R extends Model<R>> ModelQuery<M> withCount(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return withCount(relation.countName(), relation, fitting);
    }

    /**
     * Counts the relation's rows that fit under another name, so that one relation may be counted twice; to be read by {@link
     * Model#getAttribute(String, Class)}. The other words with a name are read so too, and are null over no rows.
     */
    public final <R extends Model<R>> ModelQuery<M> withCount(
            String alias, Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return counted(alias, counting(relation, fitting));
    }

    /** Sums the column over the relation's rows of each model, to be read by {@link Model#sumOf}; 0 over none. */
    public final <R extends Model<R>> ModelQuery<M> withSum(
            Relation<M, R, ?> relation, Column<R, ? extends Number> column) {
        return withSum(relation, column, query -> query);
    }

    /** Sums the column over the relation's rows that fit. */
    public final <R extends Model<R>> ModelQuery<M> withSum(
            Relation<M, R, ?> relation, Column<R, ? extends Number> column, UnaryOperator<ModelQuery<R>> fitting) {
        return withSum(relation.aggregateName(Function.SUM, column), relation, column, fitting);
    }

    public final <R extends Model<R>> ModelQuery<M> withSum(
            String alias,
            Relation<M, R, ?> relation,
            Column<R, ? extends Number> column,
            UnaryOperator<ModelQuery<R>> fitting) {
        return aggregated(alias, relation, new Aggregate(Function.SUM, column.reference()), fitting, null);
    }

    /** The mean of the column over the relation's rows of each model, to be read by {@link Model#avgOf}. */
    public final <R extends Model<R>> ModelQuery<M> withAvg(
            Relation<M, R, ?> relation, Column<R, ? extends Number> column) {
        return withAvg(relation, column, query -> query);
    }

    public final <R extends Model<R>> ModelQuery<M> withAvg(
            Relation<M, R, ?> relation, Column<R, ? extends Number> column, UnaryOperator<ModelQuery<R>> fitting) {
        return withAvg(relation.aggregateName(Function.AVG, column), relation, column, fitting);
    }

    public final <R extends Model<R>> ModelQuery<M> withAvg(
            String alias,
            Relation<M, R, ?> relation,
            Column<R, ? extends Number> column,
            UnaryOperator<ModelQuery<R>> fitting) {
        return aggregated(alias, relation, new Aggregate(Function.AVG, column.reference()), fitting, null);
    }

    /** The least value of the column over the relation's rows of each model, to be read by {@link Model#minOf}. */
    public final <R extends Model<R>> ModelQuery<M> withMin(Relation<M, R, ?> relation, Column<R, ?> column) {
        return withMin(relation, column, query -> query);
    }

    public final <R extends Model<R>> ModelQuery<M> withMin(
            Relation<M, R, ?> relation, Column<R, ?> column, UnaryOperator<ModelQuery<R>> fitting) {
        return withMin(relation.aggregateName(Function.MIN, column), relation, column, fitting);
    }

    public final <R extends Model<R>> ModelQuery<M> withMin(
            String alias, Relation<M, R, ?> relation, Column<R, ?> column, UnaryOperator<ModelQuery<R>> fitting) {
        return extreme(alias, relation, Function.MIN, column, fitting);
    }

    /** The greatest value of the column over the relation's rows of each model, to be read by {@link Model#maxOf}. */
    public final <R extends Model<R>> ModelQuery<M> withMax(Relation<M, R, ?> relation, Column<R, ?> column) {
        return withMax(relation, column, query -> query);
    }

    public final <R extends Model<R>> ModelQuery<M> withMax(
            Relation<M, R, ?> relation, Column<R, ?> column, UnaryOperator<ModelQuery<R>> fitting) {
        return withMax(relation.aggregateName(Function.MAX, column), relation, column, fitting);
    }

    public final <R extends Model<R>> ModelQuery<M> withMax(
            String alias, Relation<M, R, ?> relation, Column<R, ?> column, UnaryOperator<ModelQuery<R>> fitting) {
        return extreme(alias, relation, Function.MAX, column, fitting);
    }

    /** Whether each model has rows of the relation, to be read by {@link Model#existsOf}. */
    public final ModelQuery<M> withExists(Relation<M, ?, ?> relation) {
        return existing(relation, query -> query);
    }

    private <R extends Model<R>> ModelQuery<M> existing(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return withExists(relation.existsName(), relation, fitting);
    }

    /** Whether each model has rows of the relation that fit. */
    public final <R extends Model<R>> ModelQuery<M> withExists(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return existing(relation, fitting);
    }

    public final <R extends Model<R>> ModelQuery<M> withExists(
            String alias, Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        Select found = correlated(relation, fitting).withoutOrders().withLimit(1L);
        return extra(Extra.whether(alias, new SubSelect(found)));
    }

    private <R extends Model<R>> ModelQuery<M> extreme(
            String alias,
            Relation<M, R, ?> relation,
            Function function,
            Column<R, ?> column,
            UnaryOperator<ModelQuery<R>> fitting) {
        Aggregate extreme = new Aggregate(function, column.reference(), column.type());
        return aggregated(alias, relation, extreme, fitting, column.type());
    }

    private <R extends Model<R>> ModelQuery<M> aggregated(
            String alias,
            Relation<M, R, ?> relation,
            Aggregate aggregate,
            UnaryOperator<ModelQuery<R>> fitting,
            @Nullable SqlType type) {
        Select values = correlated(relation, fitting)
                .withColumns(List.of(Selection.of(aggregate)))
                .withoutOrders();
        return extra(new Extra(alias, new SubSelect(values), type));
    }

    private ModelQuery<M> counted(String alias, Select count) {
        return extra(new Extra(alias, new SubSelect(count), SqlType.BIGINT));
    }

    // What relations are made with

    /** With a value more for each row. */
    public final ModelQuery<M> extra(Extra extra) {
        return withParts(parts().withExtra(extra));
    }

    /**
     * With a limit that counts for each value of this expression.
     *
     * @throws InvalidUsageException when rows are to be locked too, which no database does for numbered rows
     */
    public final ModelQuery<M> limitedPer(Expression partition) {
        if (select().lock() != null && (select().limit() != null || select().offset() != null)) {
            throw new InvalidUsageException(
                    "a limit for each parent can't lock its rows: take the limit or the lock off the relation's query");
        }
        return withSelect(select().withPartition(partition));
    }

    /** Joined to another table(). */
    public final ModelQuery<M> joined(Join join) {
        return withSelect(select().withJoin(join));
    }

    // Columns

    /**
     * Reads only these columns, and the key: the others of each model are not there, and asking for one is an error. For
     * values without models there is {@link #select(Field)}. Inside another query it has these columns and no key.
     */
    public final ModelQuery<M> select(String... columns) {
        if (columns.length == 0) {
            throw new InvalidUsageException("select needs at least one column; without select() a model has all");
        }
        return withParts(parts().withColumns(Arrays.stream(columns)
                .<Column<M, ?>>map(table()::column)
                .distinct()
                .toList()));
    }

    /** Reads this column too, where not all are read. */
    public final ModelQuery<M> alsoReading(Column<M, ?> column) {
        return parts().columns().isEmpty() ? query() : withParts(parts().withColumns(with(parts().columns(), column)));
    }

    /** The columns to read: the key with them, without which a model could not be written. */
    final List<Column<M, ?>> columnsRead() {
        List<Column<M, ?>> columns = parts().columns();
        if (!columns.isEmpty()) {
            for (Column<M, ?> key : table().primaryKey().columns()) {
                columns = with(columns, key);
            }
        }
        return columns;
    }

    private static <C> List<C> with(List<C> columns, C column) {
        if (columns.contains(column)) {
            return columns;
        }
        List<C> all = new ArrayList<>(columns);
        all.add(column);
        return List.copyOf(all);
    }

    /** The models that are in this table or view, which has the columns of the model's own; nothing is written by it. */
    public final ModelQuery<M> from(String source) {
        return withSelect(select().withSource(new Source.Named(TableName.parse(source), table().name())));
    }

    /** The models that are in the rows of another query, which has the columns of the model's table(). */
    public final ModelQuery<M> from(Subquery query) {
        return withSelect(select().withSource(new Source.Derived(query.asSelect(), table().name())));
    }

    /** With the value of the SQL as an attribute of each model: never put a user's text into it. */
    public final ModelQuery<M> selectRaw(String alias, String sql, @Nullable Object... values) {
        return adding(new Selection(Raw.of(sql, values), alias));
    }

    @Override
    protected final ModelQuery<M> adding(Selection selection) {
        String name = selection.alias();
        if (name == null) {
            throw new InvalidUsageException("what a query adds to its models needs a name: as(\"name\")");
        }
        return extra(new Extra(name, selection.expression(), null));
    }
}
