package dev.ilana.examples.benchmark.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.examples.benchmark.work.Author;
import dev.ilana.examples.benchmark.work.CommentedAuthor;
import dev.ilana.examples.benchmark.work.CountedUser;
import dev.ilana.examples.benchmark.work.HandMappedFurther;
import dev.ilana.examples.benchmark.work.UserRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** JDBC by hand, on as many threads as connections. */
public final class Jdbc implements HandMappedFurther {

    private final HikariDataSource pool;
    private final ExecutorService threads = Executors.newFixedThreadPool(Address.CONNECTIONS);
    private final Scheduler scheduler = Schedulers.fromExecutorService(threads);

    private Jdbc(HikariDataSource pool) {
        this.pool = pool;
    }

    public static Jdbc open(Address address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.jdbcUrl() + "?reWriteBatchedInserts=true");
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(Address.CONNECTIONS);
        return new Jdbc(new HikariDataSource(config));
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    @Override
    public Mono<UserRow> find(long id) {
        return withConnection(connection -> Reads.find(connection, "users", id)).flatMap(Mono::justOrEmpty);
    }

    @Override
    public Mono<List<UserRow>> read(int limit) {
        return withConnection(connection -> Reads.first(connection, limit));
    }

    @Override
    public Mono<List<Author>> readWithPosts(int limit) {
        return withConnection(connection -> Reads.withPosts(connection, limit));
    }

    @Override
    public Mono<Long> insertOne(int number) {
        return withConnection(connection -> Writes.insert(connection, number));
    }

    @Override
    public Mono<Long> insert(int first, int count) {
        return inTransaction(connection -> Writes.insert(connection, first, count));
    }

    @Override
    public Mono<Integer> birthday(long id) {
        return inTransaction(connection -> Writes.birthday(connection, id));
    }

    @Override
    public Mono<Long> addAgeAndCount(int number) {
        return inTransaction(connection -> Writes.addAgeAndCount(connection, number));
    }

    @Override
    public Mono<LongSummaryStatistics> sumEvents() {
        return inTransaction(Reads::sumEvents);
    }

    @Override
    public Mono<List<CommentedAuthor>> readWithComments(int limit) {
        return withConnection(connection -> Reads.withComments(connection, limit));
    }

    @Override
    public Mono<List<CountedUser>> readWithCounts(int limit) {
        return withConnection(connection -> Reads.withCounts(connection, limit));
    }

    @Override
    public Mono<LongSummaryStatistics> sumWeights() {
        return inTransaction(Reads::sumWeights);
    }

    @Override
    public Mono<Long> insertForKeys(int first, int count) {
        return inTransaction(connection -> Writes.insertForKeys(connection, first, count));
    }

    @Override
    public Mono<Long> birthdays(int limit) {
        return inTransaction(connection -> Writes.birthdays(connection, limit));
    }

    private <T> Mono<T> withConnection(Work<T> work) {
        return Mono.<T>fromCallable(() -> {
                    try (Connection connection = pool.getConnection()) {
                        return work.on(connection);
                    }
                })
                .subscribeOn(scheduler);
    }

    private <T> Mono<T> inTransaction(Work<T> work) {
        return withConnection(connection -> {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        });
    }

    @Override
    public void close() {
        scheduler.dispose();
        threads.shutdownNow();
        pool.close();
    }
}
