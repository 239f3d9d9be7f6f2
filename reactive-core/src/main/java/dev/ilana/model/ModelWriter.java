package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Capability;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Delete;
import dev.ilana.sql.Insert;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Select;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Statement;
import dev.ilana.sql.Update;
import dev.ilana.sql.Value;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes models: which statement a save is, and what the model knows after it. */
final class ModelWriter {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final int ROWS_AT_ONCE = 500;

    private ModelWriter() {}

    static <M extends Model<M>> Mono<M> save(M model) {
        return Mono.defer(() -> {
            if (!model.isStored()) {
                return databaseOf(model)
                        .flatMap(db -> insert(List.of(model), db))
                        .thenReturn(model);
            }
            return model.isDirty() ? update(model) : Mono.just(model);
        });
    }

    static <M extends Model<M>> Mono<Boolean> delete(M model, boolean softly) {
        return Mono.defer(() -> {
            if (!model.isStored()) {
                return Mono.just(false);
            }
            if (softly) {
                return model.trashed() ? Mono.just(false) : deleteSoftly(model);
            }
            return write(
                            model,
                            new Delete(model.table().tableName(), hasKeyOf(model)),
                            () -> model.attributes().markGone())
                    .map(rows -> rows > 0);
        });
    }

    /** Writes the two times and nothing else, whatever else is dirty; the model has them once the row has. */
    private static <M extends Model<M>> Mono<Boolean> deleteSoftly(M model) {
        Instant now = now();
        ModelTable<M> table = model.table();
        return write(model, new Update(table.tableName(), deletion(table, now), hasKeyOf(model)), () -> {
                    model.attributes().markWritten(table.deletedAt().ordinal(), now);
                    if (table.hasTimestamps()) {
                        model.attributes().markWritten(table.updatedAt().ordinal(), now);
                    }
                })
                .map(rows -> rows > 0);
    }

    /** Stores new models by as few statements as their columns and the database allow, in order, on demand. */
    static <M extends Model<M>> Flux<M> insertMany(ModelTable<M> table, Publisher<M> models) {
        return Flux.deferContextual(context -> {
            Database db = Database.current(context);
            // Without the keys of every row, an insert of many would leave models that don't know theirs.
            int keysAtOnce = db.dialect().supports(Capability.KEYS_OF_MANY) ? ROWS_AT_ONCE : 1;
            int bindable =
                    db.dialect().grammar().maxBindings() / table.columns().size();
            return Flux.from(models)
                    .windowUntilChanged(ModelWriter::setColumns)
                    .concatMap(alike -> alike.buffer(Math.min(keysAtOnce, bindable)), 1)
                    .concatMap(batch -> insert(batch, db).thenReturn(batch), 1)
                    .concatMapIterable(batch -> batch, 1);
        });
    }

    private static <M extends Model<M>> List<Column<M, ?>> setColumns(M model) {
        return model.table().columns().stream()
                .filter(column -> !model.attributes().isAbsent(column.ordinal()))
                .toList();
    }

    /** Inserts models that have the same columns set. */
    private static <M extends Model<M>> Mono<Void> insert(List<M> models, Database db) {
        ModelTable<M> table = models.get(0).table();
        models.forEach(ModelWriter::touchNew);
        Column<M, ?> key = table.key();
        boolean generated = models.get(0).attributes().isAbsent(key.ordinal());
        List<Column<M, ?>> columns = setColumns(models.get(0));
        Insert insert = new Insert(
                table.tableName(),
                columns.stream().map(Column::name).toList(),
                models.stream().map(model -> row(model, columns)).toList(),
                generated ? List.of(key.name()) : List.of());
        Sql sql = db.dialect().grammar().compile(insert);
        List<Runnable> before =
                models.stream().map(model -> model.attributes().snapshot()).toList();
        Mono<Void> sent = generated
                ? db.executor()
                        .list(
                                sql,
                                (row, metadata) -> Objects.requireNonNull(
                                        db.dialect().codec(key.type()).read(row, 0)))
                        .doOnNext(keys -> takeKeys(models, key, keys))
                        .then()
                : db.executor().update(sql).then();
        return Mono.deferContextual(context -> sent.doOnSuccess(nothing -> {
            before.forEach(undo -> db.onRollback(context, undo));
            models.forEach(ModelWriter::markInserted);
        }));
    }

    /** What was not set is null now, where it may be: a default of the database's own shows after a refresh. */
    private static <M extends Model<M>> void markInserted(M model) {
        for (Column<M, ?> column : model.table().columns()) {
            if (column.isNullable() && model.attributes().isAbsent(column.ordinal())) {
                model.attributes().read(column.ordinal(), null);
            }
        }
        model.attributes().markStored();
    }

    private static <M extends Model<M>> void takeKeys(List<M> models, Column<M, ?> key, List<?> keys) {
        if (keys.size() != models.size()) {
            throw new InvalidUsageException("the database gave " + keys.size() + " keys for " + models.size()
                    + " rows of " + key.table() + "; is " + key + " generated by the database?");
        }
        for (int i = 0; i < keys.size(); i++) {
            models.get(i).attributes().read(key.ordinal(), keys.get(i));
        }
    }

    private static <M extends Model<M>> Mono<M> update(M model) {
        ModelTable<M> table = model.table();
        if (table.hasTimestamps() && !model.isDirty(table.updatedAt())) {
            model.set(table.updatedAt(), now());
        }
        List<Update.Assignment> changes = table.columns().stream()
                .filter(model::isDirty)
                .map(column -> new Update.Assignment(column.name(), stored(model, column)))
                .toList();
        return write(model, new Update(table.tableName(), changes, hasKeyOf(model)), model.attributes()::markStored)
                .flatMap(rows -> rows == 0
                        ? Mono.error(new ModelNotFoundException(table.name(), "the key of a model to update"))
                        : Mono.just(model));
    }

    /** Marks the rows deleted; {@code updated_at} says so too. */
    static <M extends Model<M>> Update softDelete(ModelTable<M> table, Select rows, Instant now) {
        return new Update(
                table.tableName(), rows.joins(), deletion(table, now), rows.where(), rows.orders(), rows.limit());
    }

    private static List<Update.Assignment> deletion(ModelTable<?> table, Instant now) {
        List<Update.Assignment> changes = new ArrayList<>();
        changes.add(new Update.Assignment(
                table.deletedAt().name(), table.deletedAt().stored(now)));
        if (table.hasTimestamps()) {
            changes.add(new Update.Assignment(
                    table.updatedAt().name(), table.updatedAt().stored(now)));
        }
        return changes;
    }

    /** The new values of rows, and the time of their change where it is not among them. */
    static <M extends Model<M>> List<Update.Assignment> touched(ModelTable<M> table, List<Assignment<M>> values) {
        List<Update.Assignment> all = new ArrayList<>();
        values.forEach(value -> all.add(value.statement()));
        if (table.hasTimestamps() && values.stream().noneMatch(value -> value.column() == table.updatedAt())) {
            all.add(table.updatedAt().to(now()).statement());
        }
        return all;
    }

    private static <M extends Model<M>> void touchNew(M model) {
        ModelTable<M> table = model.table();
        if (table.hasTimestamps()) {
            Instant now = now();
            if (model.attributes().isAbsent(table.createdAt().ordinal())) {
                model.set(table.createdAt(), now);
            }
            if (model.attributes().isAbsent(table.updatedAt().ordinal())) {
                model.set(table.updatedAt(), now);
            }
        }
    }

    /** To the microsecond: what the databases keep, so that a model is the same when it is read again. */
    static Instant now() {
        return CLOCK.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static <M extends Model<M>> List<Value> row(M model, List<Column<M, ?>> columns) {
        return columns.stream().map(column -> stored(model, column)).toList();
    }

    private static <M extends Model<M>, T> Value stored(M model, Column<M, T> column) {
        return column.stored(model.get(column));
    }

    /** By the key that the row has, also when another one was set. */
    private static <M extends Model<M>> Criterion hasKeyOf(M model) {
        return hasKey(model, model.table().key());
    }

    private static <M extends Model<M>, T> Criterion hasKey(M model, Column<M, T> key) {
        return new Comparison(key.reference(), Operator.EQ, key.stored(model.getOriginal(key)));
    }

    /**
     * Sends the statement and, when it has written the row, lets the model know; a rollback gives the model back what it
     * had.
     */
    private static Mono<Long> write(Model<?> model, Statement statement, Runnable written) {
        return databaseOf(model)
                .flatMap(db -> Mono.deferContextual(context -> {
                    Runnable before = model.attributes().snapshot();
                    return db.executor()
                            .update(db.dialect().grammar().compile(statement))
                            .doOnNext(rows -> {
                                if (rows > 0) {
                                    db.onRollback(context, before);
                                    written.run();
                                }
                            });
                }));
    }

    static Mono<Database> databaseOf(Model<?> model) {
        Database explicit = model.attributes().database();
        return explicit != null
                ? Mono.just(explicit)
                : Mono.deferContextual(context -> Mono.just(Database.current(context)));
    }
}
