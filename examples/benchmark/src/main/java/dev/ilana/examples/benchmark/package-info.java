/**
 * What the library costs: the same work by hand-written driver code and by models, on one connection pool.
 *
 * <p>From the root of the repository:
 *
 * <pre>{@code
 * mvn -q -B -pl examples/benchmark -am -DskipTests -Dbenchmark=full verify     # some minutes
 * mvn -q -B -pl examples/benchmark -am -DskipTests -Dbenchmark=quick verify    # a first look
 * }</pre>
 *
 * <p>PostgreSQL is found or started by the test kit; {@code ILANA_TEST_POSTGRESQL_URL} names one of your own. {@code
 * -Dbenchmark.jvm=-XX:StartFlightRecording=filename=/tmp/benchmark.jfr} records a profile.
 *
 * <h2>What is compared</h2>
 *
 * <ul>
 *   <li>{@link dev.ilana.examples.benchmark.HandWritten}: r2dbc-postgresql as one would write it by hand, mapping by index
 *       and exact class.
 *   <li>{@link dev.ilana.examples.benchmark.WithModels}: {@code USERS.find(id)}, and {@code USERS.query().limit(n).get()};
 *       for many inserts {@code USERS.bulkInsert(models)}, against rows of {@code VALUES}, 500 a statement.
 * </ul>
 *
 * Both borrow from the same pool, with the driver options that {@code Database.connect} sets, so what differs is this
 * library's own work. Before anything is timed, both must have given the same users.
 *
 * <h2>How to read the table</h2>
 *
 * <ul>
 *   <li>Each number is the median of the rounds, and {@code ±} half the distance from the least to the greatest.
 *   <li>A ratio is the median of the rounds' ratios, models to hand-written. The contestants take turns in each round, so
 *       what slows the machine for a second slows both, and the ratio steadies what the numbers do not.
 *   <li>CPU time is that of the whole JVM, compiler and collector included; the database's own is not in it. Allocation is
 *       summed over all threads.
 *   <li>Ratios of CPU and allocation say more than ops/s: where database and client share the cores, throughput counts the
 *       database's work for both sides.
 * </ul>
 *
 * The goal: finding a row by its key costs at most {@value dev.ilana.examples.benchmark.Report#GOAL} times the CPU of
 * hand-written code, and inserting 10,000 rows by {@code bulkInsert} gives at least {@value
 * dev.ilana.examples.benchmark.Report#BULK_GOAL} times the rows a second of it. An insert of many counts its rows as
 * operations.
 *
 * <p>A second table compares {@link dev.ilana.examples.benchmark.Factories} with themselves: users with three posts each by
 * one {@code create()} after the other, and by {@code createInBatches}, which is to give at least {@value
 * dev.ilana.examples.benchmark.Report#FACTORY_GOAL} times the users a second on a server that waits for its disk at each
 * commit, as PostgreSQL does where nothing else is said. The one that the test kit starts does not, so a transaction for each
 * user costs less there: 12 to 24 times were measured, and 36 to 52 times on one that does. Name yours by {@code
 * ILANA_TEST_POSTGRESQL_URL}.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.benchmark;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
