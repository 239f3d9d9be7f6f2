/**
 * What the library costs: the same work by hand-written driver code, by models and by others, all in one run.
 *
 * <p>From the root of the repository:
 *
 * <pre>{@code
 * mvn -q -B -pl examples/benchmark -am -DskipTests -Dbenchmark=full verify     # an hour
 * mvn -q -B -pl examples/benchmark -am -DskipTests -Dbenchmark=quick verify    # a first look, of some minutes
 * mvn -q -B -pl examples/benchmark -am -DskipTests -Dbenchmark=quick -Dbenchmark.only=Models,JDBC,W2,W3 verify
 * mvn -q -B -pl examples/benchmark -am -DskipTests -Dbenchmark=quick -Dbenchmark.only=Models,curves verify
 * mvn -q -B -pl examples/benchmark -am -DskipTests -Dbenchmark=quick -Dbenchmark.database=mariadb verify
 * }</pre>
 *
 * <p>PostgreSQL is found or started by the test kit; {@code ILANA_TEST_POSTGRESQL_URL} names one of your own, which must
 * allow a hundred connections. {@code -Dbenchmark.jvm=-XX:StartFlightRecording=filename=/tmp} writes a
 * profile of each JVM into that directory. The tables are printed, and written to {@code target/benchmark} as {@code results.txt} and {@code results.md};
 * {@code results.svg} is a chart of the ratios, {@code curves.md} and {@code curves.svg} have the curves. What was measured on
 * MariaDB is in {@code target/benchmark/mariadb}.
 *
 * <h2>Who is compared</h2>
 *
 * <ul>
 *   <li><b>R</b>, {@link dev.ilana.examples.benchmark.r2dbc.HandWritten}: r2dbc-postgresql and r2dbc-pool with their defaults,
 *       rows mapped by index and exact class, many inserts by rows of {@code VALUES}, 500 a statement. All ratios are to it.
 *   <li><b>R tuned</b>: the same code with the driver options that {@code Database.connect} sets, and W13 as one statement.
 *   <li><b>Models</b>, {@link dev.ilana.examples.benchmark.models.WithModels}: this library as {@code Database.connect} gives it.
 *   <li><b>JDBC</b> on a thread for each connection, and the client of <b>Vert.x</b>: by hand, as marks of the limit.
 *   <li><b>Spring Data</b> R2DBC, <b>jOOQ</b> over R2DBC, <b>Hibernate</b> Reactive and <b>Micronaut</b> Data R2DBC, each as its
 *       manual has it. Those on R2DBC have the driver's defaults.
 * </ul>
 *
 * Each has a pool of ten connections of its own, and a JVM of its own with the same flags, which rests while others work: see
 * {@link dev.ilana.examples.benchmark.Lane}. Before anything is timed, all must have given the same answers and written
 * the same rows.
 *
 * <h2>What they do</h2>
 *
 * <ul>
 *   <li><b>W1</b> finds a user by a random id, one and 32 at a time; <b>W2</b> reads 1,000 users to a list; <b>W3</b> reads
 *       users with their ten posts each.
 *   <li><b>W4</b> inserts a user in a transaction of its own, one and 16 at a time; <b>W5</b> inserts 10,000 in one.
 *   <li><b>W6</b> loads, changes and saves a user in a transaction; <b>W8</b> inserts one, updates it by its key and counts
 *       it in a transaction. Both 16 at a time.
 *   <li><b>W7</b> reads the events as a stream, a million in a full run, and sums their ids.
 *   <li><b>W9</b> reads 100 users, their ten posts each and the three comments on each of those; <b>W10</b> reads 1,000 users
 *       with the number of their posts; <b>W11</b> streams the events of W7 with the kind that each belongs to, by hand as a
 *       join.
 *   <li><b>W12</b> inserts users in one transaction and learns their keys, a million in a full run; <b>W13</b> loads, changes
 *       and saves 1,000 users in one: by hand with an UPDATE for each.
 *   <li><b>W14</b> is a mix of single finds, inserts, W6 and W8, 64 at a time.
 * </ul>
 *
 * W9 to W13 are for those that do {@link dev.ilana.examples.benchmark.work.FurtherWork}; the others have a {@code -} there.
 *
 * <p>The curves show how the cost grows: milliseconds of reading 10 to 10,000 users to a list, 10 to all events as a stream, and
 * 100 users with 1 to 64 relations. They are drawn for those that do {@link dev.ilana.examples.benchmark.work.GrowingWork}.
 *
 * <p>On MariaDB, by io.asyncer r2dbc-mysql, there are R, R tuned and models, which do all of it. What hand-written code says
 * differently there is in one class a database, {@link dev.ilana.examples.benchmark.work.Sql}.
 *
 * <h2>How to read the tables</h2>
 *
 * <ul>
 *   <li>Each number is the median of the rounds, and {@code ±} half the distance from the least to the greatest.
 *   <li>A ratio is the median of the rounds' ratios, to R in the same round. In each round every contestant works for the same
 *       time, and another one begins, so what slows the machine for a second slows several, and the ratio steadies what
 *       the numbers do not.
 *   <li>An operation is one find, one list, one insert of many, one stream. What it costs for each row stands beside it.
 *   <li>CPU time is that of the contestant's whole JVM, compiler and collector included; the database's own is not in it. Allocation is
 *       summed over all threads.
 *   <li>Ratios of CPU and allocation say more than ops/s: where database and client share the cores, throughput counts the
 *       database's work for all.
 * </ul>
 *
 * Behind the tables stand the goals of models for W1 to W8 on PostgreSQL, each with whether it was reached: ops/s as ratios to R, and at most 1,500
 * bytes for each row of W2.
 *
 * <p>The last table compares factories of models with themselves: users with three posts each by one {@code create()} after
 * the other, and by {@code createInBatches}, which is to give at least twenty times the users a second on a server that waits
 * for its disk at each commit, as PostgreSQL does where nothing else is said. The one that the test kit starts does not, so a
 * transaction for each user costs less there: 12 to 24 times were measured, and 36 to 52 times on one that does. Name yours
 * by {@code ILANA_TEST_POSTGRESQL_URL}.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.benchmark;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
