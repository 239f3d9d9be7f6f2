package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Delete;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Select;
import dev.ilana.sql.Statement;
import dev.ilana.sql.Update;
import dev.ilana.sql.Value;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** Writes models: which statement a save is, and what the model knows after it. */
final class ModelWriter {

    private static final Clock CLOCK = Clock.systemUTC();

    private ModelWriter() {}

    static <M extends Model<M>> Mono<M> save(M model) {
        return Mono.defer(() -> {
            if (!model.isStored()) {
                return insert(model);
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
        return write(
                        model,
                        new Update(table.tableName(), deletion(table, now), hasKeyOf(model)),
                        () -> markDeleted(model, now))
                .map(rows -> rows > 0);
    }

    private static <M extends Model<M>> Mono<M> insert(M model) {
        touchNew(model, now());
        return databaseOf(model)
                .flatMap(db -> Inserts.of(model).into(db, List.of(model)).thenReturn(model));
    }

    private static <M extends Model<M>> Mono<M> update(M model) {
        ModelTable<M> table = model.table();
        touch(model, now());
        List<Update.Assignment> changes = table.columns().stream()
                .filter(model::isDirty)
                .map(column -> new Update.Assignment(column.name(), stored(model, column)))
                .toList();
        return write(
                        model,
                        new Update(table.tableName(), changes, hasKeyOf(model)),
                        () -> model.attributes().markWritten(table))
                .flatMap(rows -> rows == 0
                        ? Mono.error(new ModelNotFoundException(table.name(), "the key of a model to update"))
                        : Mono.just(model));
    }

    static <M extends Model<M>> void markDeleted(M model, Instant now) {
        ModelTable<M> table = model.table();
        model.attributes().markWritten(table.deletedAt().ordinal(), now);
        if (table.hasTimestamps()) {
            model.attributes().markWritten(table.updatedAt().ordinal(), now);
        }
    }

    /** Marks the rows deleted; {@code updated_at} says so too. */
    static <M extends Model<M>> Update softDelete(ModelTable<M> table, Select rows, Instant now) {
        return new Update(
                table.tableName(), rows.joins(), deletion(table, now), rows.where(), rows.orders(), rows.limit());
    }

    static List<Update.Assignment> deletion(ModelTable<?> table, Instant now) {
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

    /** Sets the time of the change, where the table keeps it and nobody has set another. */
    static <M extends Model<M>> void touch(M model, Instant now) {
        ModelTable<M> table = model.table();
        if (table.hasTimestamps() && !model.isDirty(table.updatedAt())) {
            model.set(table.updatedAt(), now);
        }
    }

    /** Sets both times of a new model, where the table keeps them and nobody has set others. */
    static <M extends Model<M>> void touchNew(M model, Instant now) {
        ModelTable<M> table = model.table();
        if (table.hasTimestamps()) {
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

    static <M extends Model<M>, T> Value stored(M model, Column<M, T> column) {
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
                .flatMap(db -> Mono.deferContextual(context -> db.executor()
                        .update(db.dialect().grammar().compile(statement))
                        .doOnNext(rows -> {
                            if (rows > 0) {
                                model.attributes().beforeWrite(db.outcome(context));
                                written.run();
                            }
                        })));
    }

    static Mono<Database> databaseOf(Model<?> model) {
        Database explicit = model.attributes().database();
        return explicit != null
                ? Mono.just(explicit)
                : Mono.deferContextual(context -> Mono.just(Database.current(context)));
    }
}
