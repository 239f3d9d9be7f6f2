package dev.ilana.model;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.MassAssignmentException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.query.Query;
import dev.ilana.sql.Conversion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The words of a model's table that write more than one row, or a row without reading it back.
 *
 * <p>Those for many rows send as few statements as the database takes. Inside a transaction all of their rows are written or
 * none; outside of one each statement stands for itself, and those before an error have been written. An empty list sends
 * nothing.
 *
 * @param <M> the model
 */
public abstract class WritableTable<M extends Model<M>> extends ModelTable<M> {

    private final BulkWriter<M> bulk = new BulkWriter<>(this);

    protected WritableTable(String name, Supplier<M> factory) {
        super(name, factory);
    }

    /** Of a model whose class is that of other models too: each is told its table, and has a name of its own. */
    protected WritableTable(String name, String modelName, Function<? super ModelTable<M>, M> factory) {
        super(name, modelName, factory);
    }

    // One row

    /** Makes a model of these values and stores it: {@code USERS.create(NAME.to("Ada"), EMAIL.to("ada@x.y"))}. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Mono<M> create(Assignment<M>... values) {
        return Mono.defer(() -> make(List.of(values)).save());
    }

    /**
     * Makes a model of these attributes and stores it.
     *
     * @throws MassAssignmentException as an error, when one of them is not fillable
     */
    public final Mono<M> create(Map<String, ?> attributes) {
        return Mono.defer(() -> make(attributes).save());
    }

    /** The first model with these values, or else a new one with them and the others, which is not stored. */
    public final Mono<M> firstOrNew(List<Assignment<M>> having, List<Assignment<M>> values) {
        return new FirstOr<>(this, having, values).orNew();
    }

    /** {@link #firstOrNew(List, List)} by name; what is named here need not be fillable. */
    public final Mono<M> firstOrNew(Map<String, ?> having, Map<String, ?> values) {
        return firstOrNew(FirstOr.named(this, having), FirstOr.named(this, values));
    }

    /**
     * The first model with these values, or else one stored with them and the others. Two callers at once get the same row
     * where a unique index is on the values.
     */
    public final Mono<M> firstOrCreate(List<Assignment<M>> having, List<Assignment<M>> values) {
        return new FirstOr<>(this, having, values).orCreate();
    }

    /** {@link #firstOrCreate(List, List)} by name; what is named here need not be fillable. */
    public final Mono<M> firstOrCreate(Map<String, ?> having, Map<String, ?> values) {
        return firstOrCreate(FirstOr.named(this, having), FirstOr.named(this, values));
    }

    /** Stores a model with these values and the others; where a unique index refuses it, the row that has these values. */
    public final Mono<M> createOrFirst(List<Assignment<M>> having, List<Assignment<M>> values) {
        return new FirstOr<>(this, having, values).createOrFirst();
    }

    /** {@link #createOrFirst(List, List)} by name; what is named here need not be fillable. */
    public final Mono<M> createOrFirst(Map<String, ?> having, Map<String, ?> values) {
        return createOrFirst(FirstOr.named(this, having), FirstOr.named(this, values));
    }

    /** The first model with these values, with the others set and saved; or else one stored with them and the others. */
    public final Mono<M> updateOrCreate(List<Assignment<M>> having, List<Assignment<M>> values) {
        return new FirstOr<>(this, having, values).updateOr(values);
    }

    /** {@link #updateOrCreate(List, List)} by name; what is named here need not be fillable. */
    public final Mono<M> updateOrCreate(Map<String, ?> having, Map<String, ?> values) {
        return updateOrCreate(FirstOr.named(this, having), FirstOr.named(this, values));
    }

    /** Deletes the models of these keys, one after the other, so that their hooks are told; gives the number of those deleted. */
    public final Mono<Long> destroy(Collection<?> keys) {
        return findMany(keys)
                .concatMap(Model::delete)
                .filter(deleted -> deleted)
                .count();
    }

    // Insert

    /**
     * Stores new models in order, many rows a statement, as fast as they are asked for and in bounded memory; each comes
     * out once it is stored, with its key. Models next to each other that have the same columns set share a statement.
     */
    public final Flux<M> insertMany(Publisher<M> models) {
        return bulk.insertMany(models);
    }

    /**
     * Adds the rows of new models as fast as the database takes them; gives their number. The models are not told: one whose
     * key the database makes does not learn it and stays as new as it was, so save it no more. For keys there is {@link
     * #insertMany}.
     */
    public final Mono<Long> bulkInsert(Collection<M> models) {
        return bulk.bulkInsert(Flux.fromIterable(models));
    }

    /** The same of a stream, read as fast as it is written, in bounded memory. */
    public final Mono<Long> bulkInsert(Publisher<M> models) {
        return bulk.bulkInsert(models);
    }

    /**
     * Adds a row of these attributes; gives the number that the database made as its key.
     *
     * @throws MassAssignmentException as an error, when one of them is not fillable
     */
    public final Mono<Long> insertGetId(Map<String, ?> attributes) {
        return Mono.defer(() -> make(attributes).save())
                .mapNotNull(Model::getKey)
                .map(made -> Conversion.to(Long.class, made, key().toString()));
    }

    /**
     * Adds the rows of models whose unique keys are free and leaves out the others; gives the number added. On MySQL and
     * MariaDB the database counts the rows left out too. The models are not told.
     */
    public final Mono<Long> insertOrIgnore(Collection<M> models) {
        return bulk.insertOrIgnore(models);
    }

    /**
     * {@link #insertOrIgnore(Collection)} of attributes by name.
     *
     * @throws MassAssignmentException as an error, when one of them is not fillable
     */
    public final Mono<Long> insertOrIgnore(List<? extends Map<String, ?>> rows) {
        return Mono.defer(() -> bulk.insertOrIgnore(made(rows)));
    }

    /**
     * Adds the rows of models, and where one with the same values in {@code uniqueBy} is there already changes it instead;
     * {@code updated_at} is kept. The models are not told, as whose row it was is not known.
     *
     * @param uniqueBy the columns of the key or of a unique index; MySQL and MariaDB go by any
     * @param update the columns to change; for none, a row that is there is left as it is
     * @return the number of rows as the database counts them: MySQL and MariaDB count a changed row twice
     * @throws InvalidUsageException as an error, when two models are the same row, or one lacks such a column
     */
    public final Mono<Long> upsert(Collection<M> models, List<Column<M, ?>> uniqueBy, List<Column<M, ?>> update) {
        return bulk.upsert(models, uniqueBy, update);
    }

    /**
     * {@link #upsert(Collection, List, List)} by name.
     *
     * @throws MassAssignmentException as an error, when an attribute is not fillable
     * @throws dev.ilana.error.UnknownColumnException when one of the names is no column
     */
    public final Mono<Long> upsert(
            List<? extends Map<String, ?>> rows, Collection<String> uniqueBy, Collection<String> update) {
        List<Column<M, ?>> unique = columns(uniqueBy);
        List<Column<M, ?>> changed = columns(update);
        return Mono.defer(() -> bulk.upsert(made(rows), unique, changed));
    }

    // Update and delete

    /**
     * Writes the dirty columns of stored models, each its own values, and {@code updated_at} where the table keeps it; gives
     * the number of rows written. Models with the same columns dirty share a statement; one that is not dirty is left alone.
     *
     * @throws ModelNotFoundException as an error, when some of the rows are gone; their statement's other rows have been
     *     written, but its models stay dirty
     * @throws InvalidUsageException as an error, when a model is not stored, its key was changed, it is there twice, or its
     *     table keeps versions
     */
    public final Mono<Long> bulkUpdate(Collection<M> models) {
        return bulk.bulkUpdate(models);
    }

    /**
     * Removes the rows of stored models, softly where the table has soft deletes; gives the number of those that were there.
     *
     * @throws InvalidUsageException as an error, when a model is not stored
     */
    public final Mono<Long> bulkDelete(Collection<M> models) {
        return bulk.bulkDelete(models);
    }

    /** Removes the rows of these keys, softly where the table has soft deletes; gives the number of those that were there. */
    public final Mono<Long> bulkDeleteKeys(Collection<?> keys) {
        return bulk.bulkDeleteKeys(keys);
    }

    /**
     * Removes every row at once, also where the table has soft deletes, and lets generated keys begin anew.
     *
     * @throws InvalidUsageException as an error, inside a transaction that the database could not roll back after it, and on a
     *     table with tenants, of whom it asks none
     */
    public final Mono<Void> truncate() {
        if (tenancy() != null) {
            return Mono.error(() -> new InvalidUsageException("truncate removes the rows of all tenants: "
                    + "query().everything().forceDelete() those of one, or DB.table(\"" + name() + "\").truncate()"));
        }
        return Query.table(tableName().toString()).truncate();
    }

    private List<M> made(List<? extends Map<String, ?>> rows) {
        return rows.stream().map(this::make).toList();
    }

    private List<Column<M, ?>> columns(Collection<String> names) {
        return names.stream().<Column<M, ?>>map(this::column).toList();
    }
}
