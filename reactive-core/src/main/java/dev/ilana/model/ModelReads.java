package dev.ilana.model;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.query.Settings;
import dev.ilana.query.Subquery;
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
        permits ModelQuery {

    ModelReads(Select select, Settings settings) {
        super(select, settings);
    }

    // Relations to load

    /** Loads the relation for all models found, by one query more. */
    public final ModelQuery<M> with(Relation<M, ?, ?> relation) {
        return load(relation, query -> query);
    }

    /** Loads the relation's rows that fit; a limit counts for each parent. */
    public final <R extends Model<R>> ModelQuery<M> with(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return load(relation, fitting);
    }

    /**
     * Loads relations by name, nested ones by a path: {@code with("posts.comments", "roles")}.
     *
     * @throws dev.ilana.error.UnknownRelationException when there is none of that name
     */
    public final ModelQuery<M> with(String... relations) {
        ModelQuery<M> query = query();
        for (String path : relations) {
            int dot = path.indexOf('.');
            query = dot < 0
                    ? query.with(table().relation(path))
                    : query.nested(table().relation(path.substring(0, dot)), path.substring(dot + 1));
        }
        return query;
    }

    final <R extends Model<R>> ModelQuery<M> nested(Relation<M, R, ?> relation, String rest) {
        return load(relation, query -> query.with(rest));
    }

    private <R extends Model<R>> ModelQuery<M> load(Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        // Tried out on an empty query, so that a wrong name fails here and not when the rows are there.
        var unused = fitting.apply(relation.related().query());
        return withParts(parts().withLoad(new EagerLoad<>(relation, fitting)));
    }

    /** Counts the relation's rows of each model, to be read by {@link Model#countOf}. */
    public final ModelQuery<M> withCount(Relation<M, ?, ?> relation) {
        return counted(relation, counting(relation));
    }

    /** Counts the relation's rows that fit. */
    public final <R extends Model<R>> ModelQuery<M> withCount(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return counted(relation, counting(relation, fitting));
    }

    private ModelQuery<M> counted(Relation<M, ?, ?> relation, Select count) {
        return extra(new Extra(relation.countName(), new SubSelect(count), SqlType.BIGINT));
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
