package dev.ilana.examples.benchmark.r2dbc;

import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.examples.benchmark.work.Author;
import dev.ilana.examples.benchmark.work.CommentedAuthor;
import dev.ilana.examples.benchmark.work.CountedUser;
import dev.ilana.examples.benchmark.work.GrowingWork;
import dev.ilana.examples.benchmark.work.HandMappedFurther;
import dev.ilana.examples.benchmark.work.Sql;
import dev.ilana.examples.benchmark.work.UserRow;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/** The driver's own interface, as used by someone who knows it. */
public final class HandWritten implements HandMappedFurther, GrowingWork {

    private final Connections connections;
    private final Reads reads;
    private final Writes writes;
    private final BiFunction<Connection, List<UserRow>, Mono<Long>> birthdays;

    private HandWritten(
            ConnectionPool pool,
            Reads reads,
            Writes writes,
            BiFunction<Connection, List<UserRow>, Mono<Long>> birthdays) {
        this.connections = new Connections(pool);
        this.reads = reads;
        this.writes = writes;
        this.birthdays = birthdays;
    }

    /** With the driver's defaults. */
    public static HandWritten plain(Address address) {
        Sql sql = address.sql();
        Writes writes = new Writes(sql);
        return new HandWritten(address.pool(sql.options()), new Reads(sql), writes, writes::birthdays);
    }

    /** With the options that {@code Database.connect} sets, and many changes as one statement. */
    public static HandWritten tuned(Address address) {
        Sql sql = address.sql();
        Writes writes = new Writes(sql);
        return new HandWritten(address.pool(sql.tunedOptions()), new Reads(sql), writes, writes::birthdaysAtOnce);
    }

    @Override
    public Mono<UserRow> find(long id) {
        return connections.with(connection -> reads.find(connection, id));
    }

    @Override
    public Mono<List<UserRow>> read(int limit) {
        return connections.with(connection -> reads.first(connection, limit));
    }

    @Override
    public Mono<List<Author>> readWithPosts(int limit) {
        return connections.with(connection -> reads.withPosts(connection, limit));
    }

    @Override
    public Mono<List<CommentedAuthor>> readWithComments(int limit) {
        return connections.with(connection -> reads.withComments(connection, limit));
    }

    @Override
    public Mono<List<CountedUser>> readWithCounts(int limit) {
        return connections.with(connection -> reads.withCounts(connection, limit));
    }

    @Override
    public Mono<Long> insertOne(int number) {
        return connections.inTransaction(connection -> writes.insert(connection, number));
    }

    @Override
    public Mono<Long> insert(int first, int count) {
        return connections.inTransaction(connection -> writes.insert(connection, first, count));
    }

    @Override
    public Mono<Long> insertForKeys(int first, int count) {
        return connections.inTransaction(
                connection -> writes.insertForKeys(connection, first, count).count());
    }

    @Override
    public Mono<Integer> birthday(long id) {
        return connections.inTransaction(connection -> writes.birthday(connection, id));
    }

    @Override
    public Mono<Long> birthdays(int limit) {
        return connections.inTransaction(
                connection -> writes.first(connection, limit).flatMap(users -> birthdays.apply(connection, users)));
    }

    @Override
    public Mono<Long> addAgeAndCount(int number) {
        return connections.inTransaction(connection -> writes.addAgeAndCount(connection, number));
    }

    @Override
    public Mono<LongSummaryStatistics> sumEvents() {
        return connections.with(connection ->
                reads.events(connection).collect(LongSummaryStatistics::new, (sum, event) -> sum.accept(event.id())));
    }

    @Override
    public Mono<LongSummaryStatistics> sumWeights() {
        return connections.with(connection -> reads.weighedEvents(connection)
                .collect(LongSummaryStatistics::new, (sum, event) -> sum.accept(event.weight())));
    }

    @Override
    public Mono<Long> readEvents(int limit) {
        return connections.with(
                connection -> reads.firstEvents(connection, limit).count());
    }

    @Override
    public Mono<Long> readWithRelations(int limit, int relations) {
        return connections.with(connection -> reads.withRelations(connection, limit, relations));
    }

    @Override
    public void close() {
        connections.close();
    }
}
