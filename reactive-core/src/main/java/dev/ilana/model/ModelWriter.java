package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.error.StaleModelException;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Delete;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Statement;
import dev.ilana.sql.Update;
import dev.ilana.sql.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Writes models: which statement a save is, and what the model knows after it. */
final class ModelWriter {

    private ModelWriter() {}

    static <M extends Model<M>> Mono<M> save(M model) {
        return Mono.defer(() -> {
            Supplier<Mono<M>> written = model.isStored()
                    ? () -> model.isDirty() ? saved(model, () -> update(model)) : Mono.just(model)
                    : () -> saved(model, () -> insert(model));
            return around(model, ModelEvent.SAVING, written, ModelEvent.SAVED);
        });
    }

    /** The creation or the update by itself, with its own events. */
    private static <M extends Model<M>> Mono<M> saved(M model, Supplier<Mono<M>> statement) {
        boolean isNew = !model.isStored();
        return around(
                model,
                isNew ? ModelEvent.CREATING : ModelEvent.UPDATING,
                () -> touching(model, statement.get()),
                isNew ? ModelEvent.CREATED : ModelEvent.UPDATED);
    }

    static <M extends Model<M>> Mono<Boolean> delete(M model, boolean softly) {
        return Mono.defer(() -> {
            if (!model.isStored() || (softly && model.trashed())) {
                return Mono.just(false);
            }
            Mono<Boolean> deletion = touching(model, softly ? deleteSoftly(model) : deleteForGood(model));
            Hooks<M> hooks = model.table().hooks();
            return hooks.isEmpty()
                    ? deletion
                    : hooks.fire(ModelEvent.DELETING, model)
                            .then(deletion)
                            .flatMap(deleted -> deleted
                                    ? hooks.fire(ModelEvent.DELETED, model).thenReturn(true)
                                    : Mono.just(false));
        });
    }

    static <M extends Model<M>> Mono<M> restore(M model) {
        return Mono.defer(() -> {
            Supplier<Mono<M>> restoration = () -> save(model.set(model.table().deletedAt(), null));
            return around(model, ModelEvent.RESTORING, restoration, ModelEvent.RESTORED);
        });
    }

    /** The statement, and then the times of the rows that are to show that something of theirs was written. */
    private static <M extends Model<M>, T> Mono<T> touching(M model, Mono<T> statement) {
        List<Relation<M, ?, ?>> touched = model.table().touched();
        return touched.isEmpty()
                ? statement
                : statement.flatMap(written -> onDatabase(
                        model,
                        (db, context) -> Flux.fromIterable(touched)
                                .concatMap(relation -> touch(relation, model, db.now()))
                                .then(Mono.just(written))));
    }

    private static <M extends Model<M>, R extends Model<R>> Mono<Long> touch(
            Relation<M, R, ?> relation, M model, Instant now) {
        return relation.queryOf(model).update(relation.related().updatedAt().to(now));
    }

    /** @param statement what is to be done as the model is when the hooks have seen it */
    private static <M extends Model<M>> Mono<M> around(
            M model, ModelEvent before, Supplier<Mono<M>> statement, ModelEvent after) {
        Hooks<M> hooks = model.table().hooks();
        return hooks.isEmpty()
                ? statement.get()
                : hooks.fire(before, model)
                        .then(Mono.defer(statement))
                        .flatMap(written -> hooks.fire(after, written).thenReturn(written));
    }

    private static <M extends Model<M>> Mono<Boolean> deleteForGood(M model) {
        return onDatabase(
                        model,
                        (db, context) -> write(
                                model,
                                new Delete(model.table().tableName(), isAsRead(model)),
                                () -> model.attributes().markGone(),
                                db,
                                context))
                .flatMap(rows -> rows > 0 ? Mono.just(true) : nothingDeleted(model));
    }

    /** False when there was no row; an error when there is one, of another version. */
    private static <M extends Model<M>> Mono<Boolean> nothingDeleted(M model) {
        ModelTable<M> table = model.table();
        if (table.version() == null) {
            return Mono.just(false);
        }
        return onDatabase(
                        model,
                        (db, context) -> table.query()
                                .withoutGlobalScopes()
                                .on(db)
                                .whereKey(keyOf(model))
                                .exists())
                .flatMap(there -> there ? Mono.error(new StaleModelException(table.name())) : Mono.just(false));
    }

    /** Writes the two times and nothing else, whatever else is dirty; the model has them once the row has. */
    private static <M extends Model<M>> Mono<Boolean> deleteSoftly(M model) {
        return onDatabase(model, (db, context) -> {
            Instant now = db.now();
            ModelTable<M> table = model.table();
            return write(
                            model,
                            new Update(
                                    table.tableName(),
                                    Upkeep.counted(model, Upkeep.deletion(table, now)),
                                    isAsRead(model)),
                            () -> {
                                Upkeep.markDeleted(model, now);
                                Upkeep.markCounted(model);
                            },
                            db,
                            context)
                    .flatMap(rows -> rows > 0 ? Mono.just(true) : nothingDeleted(model));
        });
    }

    private static <M extends Model<M>> Mono<M> insert(M model) {
        return onDatabase(
                model,
                (db, context) -> audited(
                        model,
                        () -> {
                            Upkeep.prepare(model, db.now(), context);
                            return Inserts.of(model).into(db, model).thenReturn(model);
                        },
                        context));
    }

    private static <M extends Model<M>> Mono<M> update(M model) {
        // A hook may have taken back what was set.
        return onDatabase(
                model,
                (db, context) -> audited(
                        model, () -> model.isDirty() ? sendUpdate(model, db, context) : Mono.just(model), context));
    }

    private static <M extends Model<M>> Mono<M> sendUpdate(M model, Database db, ContextView context) {
        ModelTable<M> table = model.table();
        Upkeep.touch(model, db.now());
        Criterion where = isAsRead(model);
        Column<M, Integer> version = table.version();
        if (version != null) {
            model.set(version, Upkeep.versionOf(model, version) + 1);
        }
        List<Column<M, ?>> dirty = dirtyColumns(model);
        Upkeep.requireKept(table, dirty);
        List<Update.Assignment> changes = new ArrayList<>(dirty.size());
        for (Column<M, ?> column : dirty) {
            changes.add(new Update.Assignment(column.databaseName(), stored(model, column)));
        }
        return write(
                        model,
                        new Update(table.tableName(), changes, where),
                        () -> model.attributes().markUpdated(table, dirty),
                        db,
                        context)
                .flatMap(rows -> {
                    if (rows > 0) {
                        return Mono.just(model);
                    }
                    if (version != null) {
                        model.attributes().set(version, model.getOriginal(version));
                    }
                    return Mono.error(nothingWritten(table));
                });
    }

    static <M extends Model<M>> List<Column<M, ?>> dirtyColumns(M model) {
        List<Column<M, ?>> dirty = new ArrayList<>();
        for (Column<M, ?> column : model.table().columns()) {
            if (model.isDirty(column)) {
                dirty.add(column);
            }
        }
        return dirty;
    }

    /** The statement, once the model has what the Context knows of its writer, and keeps its rules. */
    private static <M extends Model<M>> Mono<M> audited(M model, Supplier<Mono<M>> statement, ContextView context) {
        ModelTable<M> table = model.table();
        boolean isNew = !model.isStored();
        for (Audit<M> audit : table.audits()) {
            if (isNew || audit.onUpdate()) {
                audit.set().accept(model, context);
            }
        }
        return table.hasRules() ? Validation.of(model).then(Mono.defer(statement)) : statement.get();
    }

    /** Writes the time of the change and nothing else. */
    static <M extends Model<M>> Mono<M> touch(M model) {
        return onDatabase(model, (db, context) -> {
            ModelTable<M> table = model.table();
            Column<M, Instant> updatedAt = table.updatedAt();
            Instant now = db.now();
            Update update = new Update(
                    table.tableName(),
                    Upkeep.counted(model, List.of(updatedAt.to(now).statement())),
                    isAsRead(model));
            Runnable written = () -> {
                model.attributes().markWritten(updatedAt.ordinal(), now);
                Upkeep.markCounted(model);
            };
            return write(model, update, written, db, context)
                    .flatMap(rows -> rows > 0 ? Mono.just(model) : Mono.error(nothingWritten(table)));
        });
    }

    /** Sets the column to what the expression makes of it in the database, and reads it back. */
    static <M extends Model<M>, N extends Number> Mono<M> add(M model, Column<M, N> column, Field<M, N> sum) {
        return onDatabase(model, (db, context) -> {
            ModelTable<M> table = model.table();
            Instant now = db.now();
            List<Assignment<M>> values = new ArrayList<>();
            values.add(column.to(sum));
            List<Column<M, ?>> read = new ArrayList<>();
            read.add(column);
            if (table.version() != null) {
                values.add(table.version().to(table.version().plus(1)));
                read.add(table.version());
            }
            Update update = new Update(table.tableName(), Upkeep.touched(table, values, now), hasKeyOf(model));
            return write(model, update, () -> {}, db, context)
                    .flatMap(rows -> rows == 0
                            ? Mono.error(new ModelNotFoundException(table.name(), "the key of a model to update"))
                            : new FieldRows<>(
                                            table.query()
                                                    .withoutGlobalScopes()
                                                    .on(db)
                                                    .whereKey(keyOf(model)),
                                            read,
                                            row -> row)
                                    .<@Nullable Object[]>list())
                    .map(rows -> {
                        markAdded(model, column, rows.get(0), now);
                        return model;
                    });
        });
    }

    private static <M extends Model<M>> void markAdded(
            M model, Column<M, ?> column, @Nullable Object[] row, Instant now) {
        ModelTable<M> table = model.table();
        model.attributes().markWritten(column.ordinal(), row[0]);
        table.updateTimes().forEach(time -> time.mark(model, now));
        Column<M, Integer> version = table.version();
        // A model that was stale stays so: its other columns are those of the version it was read at.
        if (version != null && Objects.equals(row[1], Upkeep.versionOf(model, version) + 1)) {
            Upkeep.markCounted(model);
        }
    }

    private static <M extends Model<M>> Object keyOf(M model) {
        if (!model.isStored()) {
            throw new InvalidUsageException(model + " is not stored; save it first");
        }
        return model.table().primaryKey().originalOf(model);
    }

    private static RuntimeException nothingWritten(ModelTable<?> table) {
        return table.version() != null
                ? new StaleModelException(table.name())
                : new ModelNotFoundException(table.name(), "the key of a model to update");
    }

    static <M extends Model<M>, T> Value stored(M model, Column<M, T> column) {
        return column.stored(model.get(column));
    }

    /** By the key that the row has, also when another one was set; a row of another tenant is none. */
    private static <M extends Model<M>> Criterion hasKeyOf(M model) {
        return model.table().own(model.table().primaryKey().key().is(keyOf(model)));
    }

    /** By its key, and by the version that the model was read at, where the table keeps one. */
    private static <M extends Model<M>> Criterion isAsRead(M model) {
        Column<M, Integer> version = model.table().version();
        return version == null
                ? hasKeyOf(model)
                : hasKeyOf(model)
                        .and(new Comparison(
                                version.reference(), Operator.EQ, version.stored(Upkeep.versionOf(model, version))));
    }

    /**
     * Sends the statement and, when it has written the row, lets the model know; a rollback gives the model back what it
     * had.
     */
    private static Mono<Long> write(
            Model<?> model, Statement statement, Runnable written, Database db, ContextView context) {
        return db.executor().update(db.dialect().grammar().compile(statement)).doOnNext(rows -> {
            if (rows > 0) {
                model.attributes().beforeWrite(db.outcome(context));
                written.run();
            }
        });
    }

    /** The work with the database that the model is on in the chain that it is in. */
    static <T> Mono<T> onDatabase(Model<?> model, BiFunction<Database, ContextView, Mono<T>> work) {
        return Mono.deferContextual(context -> work.apply(model.databaseIn(context), context));
    }
}
