package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.connection.Databases;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.error.UnknownRelationException;
import dev.ilana.sql.Call;
import dev.ilana.sql.Source;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * The table of a model: its columns and relations by name, its models, and where its queries start.
 *
 * <p>Declared through {@code dev.ilana.Table}, which adds the relations.
 *
 * @param <M> the model
 */
public abstract non-sealed class ModelTable<M extends Model<M>> extends DeclaredTable<M> implements Queryable<M> {

    private final Supplier<M> factory;
    private final @Nullable String modelName;
    private final FindBatches<M> findBatches = new FindBatches<>(this);

    protected ModelTable(String name, Supplier<M> factory) {
        super(name);
        this.factory = factory;
        this.modelName = null;
    }

    /** Of a model whose class is that of other models too: each is told its table, and has a name of its own. */
    protected ModelTable(String name, String modelName, Function<? super ModelTable<M>, M> factory) {
        super(name);
        this.factory = () -> factory.apply(itself());
        this.modelName = modelName;
    }

    /** The database of this table's models in a chain: its own, where it was declared with one, else that of the chain. */
    final Database databaseIn(ContextView context) {
        return connection() == null ? Database.current(context) : Databases.named(connection());
    }

    /** The name of the database that its models are on; empty where it is that of the chain. */
    public final Optional<String> connectionName() {
        return Optional.ofNullable(connection());
    }

    /** A query for what belongs to rows of that database; on it too, where this table has none of its own. */
    public final ModelQuery<M> queryBeside(@Nullable Database database) {
        return beside(query(), database);
    }

    ModelQuery<M> beside(ModelQuery<M> query, @Nullable Database database) {
        return database == null || connection() != null ? query : query.on(database);
    }

    /**
     * Nothing, when one statement can ask both tables.
     *
     * @throws InvalidUsageException when one of them has a database of its own
     */
    void requireBeside(ModelTable<?> other) {
        if (!Objects.equals(connection(), other.connection())) {
            throw new InvalidUsageException("no statement can ask both " + name() + " and " + other.name()
                    + ", which are in two databases: load the relation by with or load");
        }
    }

    @Override
    final ModelTable<M> itself() {
        return this;
    }

    /** The name of the model: that of its class, where it was given no other. */
    public final String modelName() {
        return modelName != null ? modelName : make().getClass().getSimpleName();
    }

    /**
     * Nothing, for a model of this table; the compiler can't tell where tables share the class of their models.
     *
     * @throws InvalidUsageException for a model of another table
     */
    public final void requireOwn(Model<?> model) {
        if (model.table() != this && !model.table().tableName().equals(tableName())) {
            throw new InvalidUsageException(model + " is no model of table " + tableName());
        }
    }

    FindBatches<M> findBatches() {
        return findBatches;
    }

    Source source() {
        return new Source.Named(tableName(), null);
    }

    /** The columns, the key first. */
    public final List<Column<M, ?>> columns() {
        return shape().columns();
    }

    /**
     * The column of that name.
     *
     * @throws UnknownColumnException when there is none, naming the nearest
     */
    public final Column<M, ?> column(String column) {
        Map<String, Column<M, ?>> known = shape().byName();
        Column<M, ?> found = known.get(column);
        if (found == null && column.startsWith(name() + ".")) {
            found = known.get(column.substring(name().length() + 1));
        }
        if (found == null) {
            throw new UnknownColumnException(name(), column, known.keySet());
        }
        return found;
    }

    /** The column that the attribute of a model is: by its bare name(), as the keys of a form are nothing of a query's. */
    Column<M, ?> attribute(String attribute) {
        Column<M, ?> found = shape().byName().get(attribute);
        if (found == null) {
            throw new UnknownColumnException(name(), attribute, shape().byName().keySet());
        }
        return found;
    }

    boolean hasColumn(String column) {
        Map<String, Column<M, ?>> known = shape().byName();
        return known.containsKey(column)
                || (column.startsWith(name() + ".") && known.containsKey(column.substring(name().length() + 1)));
    }

    /**
     * The relation of that name.
     *
     * @throws UnknownRelationException when there is none, naming the nearest
     */
    public final Loadable<M, ?> relation(String relation) {
        Loadable<M, ?> found = relations().get(relation);
        if (found == null) {
            throw new UnknownRelationException(name(), relation, relations().keySet());
        }
        return found;
    }

    /**
     * The relation of that name(), whose rows are all of one table.
     *
     * @throws UnknownRelationException when there is none, naming the nearest
     * @throws InvalidUsageException when its rows may be of several tables, so that no condition is on them
     */
    final Relation<M, ?, ?> relationToOneTable(String relation) {
        if (relation(relation) instanceof Relation<M, ?, ?> found) {
            return found;
        }
        throw new InvalidUsageException("what " + name() + "." + relation
                + " relates to is in several tables; ask each of them: where(relation.has(table, …)), or"
                + " whereMorphedTo");
    }

    /** The name of a column elsewhere that points at this one, by convention: {@code user_id} for that of users. */
    public final String foreignKeyName(Column<?, ?> column) {
        return Inflector.singular(name()) + "_" + column.databaseName();
    }

    /** A model that is not stored, with its defaults. */
    public final M make() {
        return factory.get();
    }

    /** A model that is not stored, with these attributes. */
    public final M make(Map<String, ?> attributes) {
        return make().fill(attributes);
    }

    /** A model as if it had been read with these values of some or all of its columns, by name(), as their columns store them. */
    public final M stored(Map<String, ? extends @Nullable Object> row) {
        M model = make();
        model.attributes().forget();
        row.forEach((column, value) -> read(model, attribute(column), value));
        model.attributes().markStored();
        return model;
    }

    private static <M extends Model<M>, T> void read(M model, Column<M, T> column, @Nullable Object value) {
        model.attributes().read(column.ordinal(), value == null ? null : column.accept(value));
    }

    /** A model that is not stored, with these values. */
    public final M make(List<Assignment<M>> values) {
        M model = make();
        values.forEach(value -> value.into(model));
        return model;
    }

    // Functions of a window, each to be followed by over(...)

    /** The number of the row in its window, counted from 1: {@code rowNumber().over(w -> w.orderBy(NAME))}. */
    public final Field<M, Long> rowNumber() {
        return ranked(Call.Function.ROW_NUMBER);
    }

    /** The rank of the row in its window, with gaps after equal ones. */
    public final Field<M, Long> rank() {
        return ranked(Call.Function.RANK);
    }

    /** The rank of the row in its window, without gaps. */
    public final Field<M, Long> denseRank() {
        return ranked(Call.Function.DENSE_RANK);
    }

    private Field<M, Long> ranked(Call.Function function) {
        return new Computed<>(new Call(function, List.of()), Long.class);
    }

    @Override
    public final ModelQuery<M> query() {
        return ModelQuery.of(this);
    }

    /** {@link ModelReads#with(Loadable, Loadable[])}. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final ModelQuery<M> with(Loadable<M, ?> relation, Loadable<M, ?>... more) {
        return query().with(relation, more);
    }
}
