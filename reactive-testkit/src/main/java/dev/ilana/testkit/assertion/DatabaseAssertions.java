package dev.ilana.testkit.assertion;

import dev.ilana.connection.Database;
import dev.ilana.model.Condition;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import dev.ilana.query.QueryBuilder;
import dev.ilana.testkit.database.Awaited;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * What a test asserts of its database. Each waits for the answer, on the thread of an {@link
 * dev.ilana.testkit.database.IlanaTest}, and throws an {@link AssertionError} that shows what there is instead. {@link
 * DatabaseExpectations} has the same for chains, and for a {@link dev.ilana.testkit.database.Runner}.
 */
public final class DatabaseAssertions {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private DatabaseAssertions() {}

    /** There is a row with these values, softly deleted or not. */
    public static void assertDatabaseHas(String table, Map<String, ? extends @Nullable Object> row) {
        await(DatabaseExpectations.databaseHas(table, row));
    }

    /** There is a row of that table on which that holds, softly deleted or not. */
    public static <M extends Model<M>> void assertDatabaseHas(ModelTable<M> table, Condition<M> condition) {
        await(DatabaseExpectations.databaseHas(table, condition));
    }

    /** There is no row with these values, not a softly deleted one either. */
    public static void assertDatabaseMissing(String table, Map<String, ? extends @Nullable Object> row) {
        await(DatabaseExpectations.databaseMissing(table, row));
    }

    /** There is no row of that table on which that holds, not a softly deleted one either. */
    public static <M extends Model<M>> void assertDatabaseMissing(ModelTable<M> table, Condition<M> condition) {
        await(DatabaseExpectations.databaseMissing(table, condition));
    }

    /** The table has so many rows. */
    public static void assertDatabaseCount(String table, long rows) {
        await(DatabaseExpectations.databaseCount(table, rows));
    }

    /** The model's table has so many rows, softly deleted ones too. */
    public static void assertDatabaseCount(ModelTable<?> table, long rows) {
        await(DatabaseExpectations.databaseCount(table, rows));
    }

    /** The table has no row. */
    public static void assertDatabaseEmpty(String table) {
        await(DatabaseExpectations.databaseEmpty(table));
    }

    /** The model's row is there, and softly deleted. */
    public static <M extends Model<M>> void assertSoftDeleted(M model) {
        await(DatabaseExpectations.softDeleted(model));
    }

    /** The model's row is there, and not softly deleted. */
    public static <M extends Model<M>> void assertNotSoftDeleted(M model) {
        await(DatabaseExpectations.notSoftDeleted(model));
    }

    /** The model has a row, softly deleted or not. */
    public static <M extends Model<M>> void assertModelExists(M model) {
        await(DatabaseExpectations.modelExists(model));
    }

    /** The model has no row, not a softly deleted one either. */
    public static <M extends Model<M>> void assertModelMissing(M model) {
        await(DatabaseExpectations.modelMissing(model));
    }

    /** The work, which is run here, sends so many statements. */
    public static void assertQueryCount(int statements, Publisher<?> work) {
        await(DatabaseExpectations.queryCount(statements, work));
    }

    /** The work, which is run here, sends these statements, in this order. */
    public static void assertQueries(Publisher<?> work, String... statements) {
        await(DatabaseExpectations.queries(work, statements));
    }

    /**
     * The work, which is run here, asks no relation for two models of one result one by one, and no query three times with
     * other values.
     */
    public static void assertNoNPlusOne(Publisher<?> work) {
        await(DatabaseExpectations.noNPlusOne(work));
    }

    /** The database can find the rows of the query by an index of that name. The query is not run. */
    public static void assertUsesIndex(QueryBuilder<?> query, String index) {
        await(DatabaseExpectations.usesIndex(query, index));
    }

    /** The database does not have to read a whole table for the query. The query is not run. */
    public static void assertNoSequentialScan(QueryBuilder<?> query) {
        await(DatabaseExpectations.noSequentialScan(query));
    }

    /**
     * Nothing of the work, which is run here, blocks its thread.
     *
     * @throws dev.ilana.error.InvalidUsageException when BlockHound is not installed, so that nobody would see it
     */
    public static void assertNothingBlocks(Publisher<?> work) {
        await(DatabaseExpectations.nothingBlocks(work));
    }

    /** Every connection of the database's pool is back, or is within five seconds. */
    public static void assertNoConnectionLeaked(Database database) {
        await(Mono.fromSupplier(database::acquiredConnections)
                .repeatWhen(asked -> asked.delayElements(Duration.ofMillis(10)))
                .takeUntil(acquired -> acquired == 0)
                .take(Duration.ofSeconds(5))
                .last()
                .flatMap(acquired -> acquired == 0
                        ? Mono.empty()
                        : DatabaseExpectations.failed((acquired == 1 ? "1 connection" : acquired + " connections")
                                + " did not come back to the pool of " + database)));
    }

    private static void await(Mono<Void> expectation) {
        Awaited.value(expectation, PATIENCE);
    }
}
