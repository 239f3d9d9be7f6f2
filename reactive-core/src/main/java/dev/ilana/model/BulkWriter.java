package dev.ilana.model;

import dev.ilana.connection.CopyTypes;
import dev.ilana.connection.Database;
import dev.ilana.dialect.Capability;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.query.BatchMeter;
import dev.ilana.query.OneAhead;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.Delete;
import dev.ilana.sql.Excluded;
import dev.ilana.sql.Insert;
import dev.ilana.sql.Insert.Change;
import dev.ilana.sql.Insert.Conflict;
import dev.ilana.sql.Statement;
import dev.ilana.sql.Update;
import dev.ilana.sql.UpdateMany;
import dev.ilana.sql.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Writes many models by few statements. Models with the same columns go together, in numbers of few sizes, so that the
 * texts of the statements repeat.
 */
final class BulkWriter<M extends Model<M>> {

    private final ModelTable<M> table;

    BulkWriter(ModelTable<M> table) {
        this.table = table;
    }

    /** Inserts, in the order given; each model comes out when it knows its key. */
    Flux<M> insertMany(Publisher<M> models) {
        return current().flatMapMany(db -> {
            CopyTypes types = new CopyTypes();
            return OneAhead.write(
                    Flux.defer(() -> prepared(db, models)
                            .bufferUntil(new BatchStart<M>(db.dialect().grammar()), true)),
                    alike -> insert(db, types, alike));
        });
    }

    private Flux<M> insert(Database db, CopyTypes types, List<M> alike) {
        Inserts<M> inserts = Inserts.of(alike.get(0));
        return inOrder(insertBatches(db, alike, inserts).stream()
                        .map(batch -> inserts.into(db, types, batch))
                        .toList())
                .thenMany(Flux.fromIterable(alike));
    }

    /** Inserts, without asking for keys; gives the number of rows. */
    Mono<Long> bulkInsert(Publisher<M> models) {
        return current().flatMap(db -> {
            int window = db.dialect().grammar().maxBulkRows(table.columns().size());
            Flux<List<M>> batches = BatchMeter.batches(
                    prepared(db, models),
                    window,
                    model -> BatchMeter.size(model.attributes().values()));
            CopyTypes types = new CopyTypes();
            return OneAhead.<List<M>, Long>write(batches, some -> insertAlike(db, types, some))
                    .reduce(0L, Long::sum);
        });
    }

    private Flux<Long> insertAlike(Database db, CopyTypes types, List<M> models) {
        List<Mono<Long>> inserts = new ArrayList<>();
        byColumns(models)
                .forEach((columns, alike) -> db.dialect()
                        .grammar()
                        .bulkBatches(alike, columns.columns().size())
                        .forEach(batch -> inserts.add(columns.without(db, types, batch))));
        return inOrder(inserts);
    }

    /** A database without a word for it is asked model by model. */
    Mono<Long> insertOrIgnore(Collection<M> models) {
        return current().flatMap(db -> {
            boolean atOnce = db.dialect().supports(Capability.INSERT_IGNORE);
            return inserted(db, models, atOnce ? new Insert.Ignore() : null, atOnce)
                    .reduce(0L, Long::sum);
        });
    }

    private Flux<Long> inserted(Database db, Collection<M> models, @Nullable Conflict conflict, boolean atOnce) {
        return prepared(db, Flux.fromIterable(models))
                .collectList()
                .flatMapIterable(all -> byColumns(all).entrySet())
                .concatMap(alike -> Flux.fromIterable(alike.getValue())
                        .buffer(atOnce ? maxRows(db, alike.getKey()) : 1)
                        .concatMap(batch -> {
                            Mono<Long> sent = send(db, alike.getKey().statement(batch, conflict, List.of()));
                            return atOnce
                                    ? sent
                                    : sent.onErrorResume(UniqueViolationException.class, taken -> Mono.just(0L));
                        }));
    }

    /** Inserts, and where a row with the same values in {@code uniqueBy} is there, changes it. */
    Mono<Long> upsert(Collection<M> models, List<Column<M, ?>> uniqueBy, List<Column<M, ?>> update) {
        if (uniqueBy.isEmpty()) {
            throw new InvalidUsageException("upsert needs the columns by which a row is the same");
        }
        Upkeep.requireKept(table, update);
        List<Column<M, ?>> changed = new ArrayList<>(update);
        if (!update.isEmpty()) {
            table.updateTimes().stream()
                    .map(WriteTime::column)
                    .filter(column -> !update.contains(column))
                    .forEach(changed::add);
        }
        Change change = new Change(
                uniqueBy.stream().map(Column::databaseName).toList(),
                changed.stream()
                        .map(column ->
                                new Update.Assignment(column.databaseName(), new Excluded(column.databaseName())))
                        .toList(),
                // A row in the way may be another tenant's.
                table.tenancy() == null
                        ? List.of()
                        : List.of(table.tenancy().column().databaseName()));
        return Mono.deferContextual(context -> {
            Database db = table.databaseIn(context);
            models.forEach(model -> Upkeep.claim(model, context));
            requireSet(models, uniqueBy);
            requireSet(models, update);
            requireDifferent(models, uniqueBy);
            return inserted(db, models, change, true).reduce(0L, Long::sum);
        });
    }

    private void requireSet(Collection<M> models, List<Column<M, ?>> columns) {
        for (Column<M, ?> column : columns) {
            if (models.stream().anyMatch(model -> model.attributes().isAbsent(column.ordinal()))) {
                throw new InvalidUsageException("upsert needs " + column + " of every model, and one has none");
            }
        }
    }

    private void requireDifferent(Collection<M> models, List<Column<M, ?>> by) {
        Set<List<Value>> seen = new HashSet<>();
        for (M model : models) {
            List<Value> values = by.stream()
                    .<Value>map(column -> ModelWriter.stored(model, column))
                    .toList();
            if (values.stream().noneMatch(value -> value.value() == null) && !seen.add(values)) {
                throw new InvalidUsageException("two of the models are the same row by " + by);
            }
        }
    }

    /** Writes the dirty columns of stored models, each its own values. */
    Mono<Long> bulkUpdate(Collection<M> models) {
        if (table.version() != null) {
            return Mono.error(() -> new InvalidUsageException("bulkUpdate does not look at versions, and " + table
                    + " keeps them in " + table.version() + ": save() its models one by one"));
        }
        return onTheirDatabases(models, (db, theirs) -> {
            Instant now = db.now();
            Map<List<Column<M, ?>>, List<M>> alike = new LinkedHashMap<>();
            Set<Object> keys = new HashSet<>();
            for (M model : theirs) {
                requireStored(model, "bulkUpdate");
                if (!model.isDirty()) {
                    continue;
                }
                if (isKeyDirty(model) || !keys.add(model.getKey())) {
                    throw new InvalidUsageException(
                            "bulkUpdate takes each row once and leaves its key as it is: save() " + model
                                    + " by itself");
                }
                Upkeep.touch(model, now);
                Upkeep.requireKept(table, ModelWriter.dirtyColumns(model));
                alike.computeIfAbsent(ModelWriter.dirtyColumns(model), unused -> new ArrayList<>())
                        .add(model);
            }
            return Flux.fromIterable(alike.entrySet()).concatMap(entry -> update(db, entry.getKey(), entry.getValue()));
        });
    }

    private Flux<Long> update(Database db, List<Column<M, ?>> columns, List<M> models) {
        List<Column<M, ?>> keys = new ArrayList<>(table.primaryKey().columns());
        Tenancy<M> tenancy = table.tenancy();
        if (tenancy != null) {
            keys.add(tenancy.column());
        }
        return Flux.fromIterable(db.dialect().grammar().updateBatches(models, keys.size(), columns.size()))
                .concatMap(batch -> Mono.deferContextual(context -> send(
                                db,
                                new UpdateMany(
                                        table.tableName(),
                                        keys.stream().map(Column::databaseName).toList(),
                                        columns.stream()
                                                .map(Column::databaseName)
                                                .toList(),
                                        batch.stream()
                                                .map(model -> row(model, columns, context))
                                                .toList()))
                        .doOnNext(rows -> {
                            if (rows < batch.size()) {
                                throw new ModelNotFoundException(
                                        table.name(), "the keys of " + (batch.size() - rows) + " models to update");
                            }
                            for (M model : batch) {
                                model.attributes().beforeWrite(db.outcome(context));
                                model.attributes().markUpdated(table, columns);
                            }
                        })));
    }

    /** What a row is found by, the tenant of the Context with it, and its new values. */
    private List<Value> row(M model, List<Column<M, ?>> columns, ContextView context) {
        List<Value> row = new ArrayList<>();
        table.primaryKey().columns().forEach(key -> row.add(ModelWriter.stored(model, key)));
        if (table.tenancy() != null) {
            row.add(table.tenancy().in(context));
        }
        columns.forEach(column -> row.add(ModelWriter.stored(model, column)));
        return row;
    }

    /** Removes the rows of stored models, softly where the table has soft deletes. */
    Mono<Long> bulkDelete(Collection<M> models) {
        return onTheirDatabases(models, (db, theirs) -> {
            theirs.forEach(model -> requireStored(model, "bulkDelete"));
            Instant now = db.now();
            return Flux.fromIterable(theirs)
                    .buffer(db.dialect()
                            .grammar()
                            .maxListSize(table.primaryKey().columns().size()))
                    .concatMap(batch -> Mono.deferContextual(context -> send(db, deletion(keysOf(batch), now))
                            .doOnNext(rows -> batch.forEach(model -> {
                                model.attributes().beforeWrite(db.outcome(context));
                                markDeleted(model, now);
                            }))));
        });
    }

    /** Removes the rows of these keys, softly where the table has soft deletes. */
    Mono<Long> bulkDeleteKeys(Collection<?> keys) {
        return current()
                .flatMap(db -> Flux.fromIterable(keys)
                        .buffer(db.dialect()
                                .grammar()
                                .maxListSize(table.primaryKey().columns().size()))
                        .concatMap(batch ->
                                send(db, deletion(table.primaryKey().key().isOneOf(batch), db.now())))
                        .reduce(0L, Long::sum));
    }

    private boolean isKeyDirty(M model) {
        return table.primaryKey().columns().stream().anyMatch(model::isDirty);
    }

    private Criterion keysOf(List<M> models) {
        return table.primaryKey()
                .key()
                .isOneOf(models.stream().map(table.primaryKey()::originalOf).toList());
    }

    private Statement deletion(Criterion keys, Instant now) {
        if (!table.hasSoftDeletes()) {
            return new Delete(table.tableName(), table.own(keys));
        }
        Criterion alive = table.own(keys).and(new IsNull(table.deletedAt().reference(), false));
        return new Update(table.tableName(), Upkeep.deletion(table, now), alive);
    }

    private void markDeleted(M model, Instant now) {
        if (!table.hasSoftDeletes()) {
            model.attributes().markGone();
        } else if (!model.trashed()) {
            Upkeep.markDeleted(model, now);
        }
    }

    private static void requireStored(Model<?> model, String what) {
        if (!model.isStored()) {
            throw new InvalidUsageException(what + " takes models that are stored, and " + model + " is not");
        }
    }

    // Batches

    private Flux<M> prepared(Database db, Publisher<M> models) {
        return Flux.deferContextual(
                context -> Flux.from(models).doOnNext(model -> Upkeep.prepare(model, db.now(), context)));
    }

    private Map<Inserts<M>, List<M>> byColumns(Collection<M> models) {
        Map<Inserts<M>, List<M>> found = new LinkedHashMap<>();
        for (M model : models) {
            List<M> alike = null;
            for (List<M> others : found.values()) {
                if (others.get(0).attributes().hasSameColumnsAs(model.attributes())) {
                    alike = others;
                    break;
                }
            }
            if (alike == null) {
                alike = new ArrayList<>();
                found.put(Inserts.of(model), alike);
            }
            alike.add(model);
        }
        return found;
    }

    private List<List<M>> insertBatches(Database db, List<M> models, Inserts<M> inserts) {
        return db.dialect().grammar().insertBatches(models, inserts.columns().size());
    }

    private static <T> Flux<T> inOrder(List<Mono<T>> statements) {
        return Flux.fromIterable(statements).concatMap(statement -> statement);
    }

    private int maxRows(Database db, Inserts<M> inserts) {
        return db.dialect().grammar().maxRows(inserts.columns().size());
    }

    /** The work on the models of each database: one by name, where they were read from one, else that of the Context. */
    private Mono<Long> onTheirDatabases(Collection<M> models, BiFunction<Database, List<M>, Flux<Long>> work) {
        return current().flatMap(db -> {
            Map<Database, List<M>> found = new LinkedHashMap<>();
            for (M model : models) {
                Database explicit = model.attributes().database();
                found.computeIfAbsent(explicit == null ? db : explicit, unused -> new ArrayList<>())
                        .add(model);
            }
            return Flux.fromIterable(found.entrySet())
                    .concatMap(entry -> work.apply(entry.getKey(), entry.getValue()))
                    .reduce(0L, Long::sum);
        });
    }

    private Mono<Database> current() {
        return Mono.deferContextual(context -> Mono.just(table.databaseIn(context)));
    }

    private static Mono<Long> send(Database db, Statement statement) {
        return db.executor().update(db.dialect().grammar().compile(statement));
    }
}
