package dev.ilana.testkit.assertion;

import dev.ilana.DB;
import dev.ilana.connection.NPlusOneGuard;
import dev.ilana.model.Column;
import dev.ilana.model.Condition;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import dev.ilana.query.QueryBuilder;
import dev.ilana.testkit.database.Recording;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The assertions of {@link DatabaseAssertions} for chains. Each asks the database of its chain, and completes or ends with an
 * {@link AssertionError}.
 */
public final class DatabaseExpectations {

    private DatabaseExpectations() {}

    /** There is a row with these values, softly deleted or not. */
    public static Mono<Void> databaseHas(String table, Map<String, ? extends @Nullable Object> row) {
        return FoundRows.of(table, row)
                .flatMap(found -> found.matching() > 0 ? Mono.empty() : failed(found.noneMatches()));
    }

    /** There is a row of that table on which that holds, softly deleted or not. */
    public static <M extends Model<M>> Mono<Void> databaseHas(ModelTable<M> table, Condition<M> condition) {
        return FoundModels.of(table, condition)
                .flatMap(found -> found.matching() > 0 ? Mono.empty() : failed(found.noneMatches()));
    }

    /** There is no row with these values, not a softly deleted one either. */
    public static Mono<Void> databaseMissing(String table, Map<String, ? extends @Nullable Object> row) {
        return FoundRows.of(table, row)
                .flatMap(found -> found.matching() == 0 ? Mono.empty() : failed(found.someMatch()));
    }

    /** There is no row of that table on which that holds, not a softly deleted one either. */
    public static <M extends Model<M>> Mono<Void> databaseMissing(ModelTable<M> table, Condition<M> condition) {
        return FoundModels.of(table, condition)
                .flatMap(found -> found.matching() == 0 ? Mono.empty() : failed(found.someMatch()));
    }

    /** The table has so many rows. */
    public static Mono<Void> databaseCount(String table, long rows) {
        return DB.table(table)
                .count()
                .flatMap(count -> count == rows
                        ? Mono.empty()
                        : failed("table " + table + " has " + Texts.rows(count) + ", not " + rows));
    }

    /** The model's table has so many rows, softly deleted ones too. */
    public static Mono<Void> databaseCount(ModelTable<?> table, long rows) {
        return FoundModels.all(table)
                .count()
                .flatMap(count -> count == rows
                        ? Mono.empty()
                        : failed("table " + table.tableName() + " has " + Texts.rows(count) + ", not " + rows));
    }

    /** The table has no row. */
    public static Mono<Void> databaseEmpty(String table) {
        return FoundRows.of(table, Map.of())
                .flatMap(found -> found.matching() == 0 ? Mono.empty() : failed(found.someMatch()));
    }

    /** The model's row is there, and softly deleted. */
    public static <M extends Model<M>> Mono<Void> softDeleted(M model) {
        return stored(model)
                .flatMap(row -> row.get(deletedAt(model)) != null
                        ? Mono.empty()
                        : failed(model + " is there and not softly deleted"));
    }

    /** The model's row is there, and not softly deleted. */
    public static <M extends Model<M>> Mono<Void> notSoftDeleted(M model) {
        return stored(model).flatMap(row -> {
            Instant at = row.get(deletedAt(model));
            return at == null ? Mono.empty() : failed(model + " is softly deleted, since " + at);
        });
    }

    private static <M extends Model<M>> Column<M, Instant> deletedAt(M model) {
        return model.table().deletedAt();
    }

    private static <M extends Model<M>> Mono<M> stored(M model) {
        return Mono.defer(() ->
                        model.isStored() ? model.fresh() : DatabaseExpectations.<M>failed(model + " was never stored"))
                .switchIfEmpty(Mono.defer(() -> failed(model + " has no row")));
    }

    /** The model has a row, softly deleted or not. */
    public static <M extends Model<M>> Mono<Void> modelExists(M model) {
        return stored(model).then();
    }

    /** The model has no row, not a softly deleted one either. */
    public static <M extends Model<M>> Mono<Void> modelMissing(M model) {
        return Mono.defer(() -> model.isStored() ? model.fresh() : Mono.empty())
                .flatMap(row -> failed(model + " has a row: " + row.toMap()));
    }

    /** The work sends so many statements. */
    public static Mono<Void> queryCount(int statements, Publisher<?> work) {
        return recorded(work)
                .flatMap(sent -> sent.size() == statements
                        ? Mono.empty()
                        : failed("the work sent " + Texts.statements(sent.size()) + ", not " + statements
                                + Texts.lines(sent)));
    }

    /** The work sends these statements, in this order. */
    public static Mono<Void> queries(Publisher<?> work, String... statements) {
        return recorded(work)
                .flatMap(sent -> sent.equals(List.of(statements))
                        ? Mono.empty()
                        : failed("the work sent" + Texts.lines(sent) + "\nand not" + Texts.lines(List.of(statements))));
    }

    private static Mono<List<String>> recorded(Publisher<?> work) {
        return Mono.defer(() -> {
            Recording recording = new Recording();
            return Flux.from(work).contextWrite(recording.watch()).then(Mono.fromSupplier(recording::statements));
        });
    }

    /** The work asks no relation for two models of one result one by one, and no query three times with other values. */
    public static Mono<Void> noNPlusOne(Publisher<?> work) {
        return Mono.defer(() -> {
            List<String> found = new CopyOnWriteArrayList<>();
            NPlusOneGuard guard = NPlusOneGuard.reporting(repetition -> found.add(repetition.message()))
                    .after(2, 3);
            return Flux.from(work)
                    .contextWrite(guard.watch())
                    .then(Mono.defer(() -> found.isEmpty() ? Mono.empty() : failed(String.join("\n", found))));
        });
    }

    /** The database can find the rows of the query by an index of that name. */
    public static Mono<Void> usesIndex(QueryBuilder<?> query, String index) {
        return QueryPlan.of(query)
                .flatMap(plan -> plan.uses(index)
                        ? Mono.empty()
                        : failed("the query does not use the index " + index + "; its plan is" + plan));
    }

    /** The database does not have to read a whole table for the query. */
    public static Mono<Void> noSequentialScan(QueryBuilder<?> query) {
        return QueryPlan.of(query)
                .flatMap(plan -> plan.scans()
                        ? failed("the query reads a whole table, as no index fits it; its plan is" + plan)
                        : Mono.empty());
    }

    /** Nothing of the work blocks its thread. */
    public static Mono<Void> nothingBlocks(Publisher<?> work) {
        return NonBlocking.run(work);
    }

    static <T> Mono<T> failed(String message) {
        return Mono.error(() -> new AssertionError(message));
    }
}
