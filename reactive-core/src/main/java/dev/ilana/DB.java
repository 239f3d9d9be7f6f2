package dev.ilana;

import dev.ilana.config.Configuration;
import dev.ilana.connection.Database;
import dev.ilana.connection.Databases;
import dev.ilana.connection.Health;
import dev.ilana.connection.ManualTransaction;
import dev.ilana.connection.TransactionInfo;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.model.Model;
import dev.ilana.model.Models;
import dev.ilana.model.WritableTable;
import dev.ilana.query.Query;
import dev.ilana.query.Row;
import dev.ilana.query.Subquery;
import dev.ilana.service.ModelService;
import dev.ilana.service.RowService;
import dev.ilana.sql.Sql;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The database of the running chain: that of its transaction, else the one given by {@code
 * contextWrite(database.use())}, else the default one.
 */
public final class DB {

    private DB() {}

    /**
     * Makes databases of the connections of the configuration, as in {@code DB.configure(Configuration.read())}, its default
     * one for every chain that names none. None is opened before its first query.
     *
     * @throws dev.ilana.error.InvalidConfigurationException when one of them can't be
     * @throws dev.ilana.error.InvalidUsageException when this was done already, and not undone by {@link #close()}
     */
    public static void configure(Configuration configuration) {
        Databases.configure(configuration);
    }

    /** Makes this the database of every chain that names none, also where another one is configured. */
    public static void setDefault(Database database) {
        Databases.setDefault(database);
    }

    /** Forgets what {@link #setDefault} said: a chain that names no database is an error again, unless one is configured. */
    public static void clearDefault() {
        Databases.clearDefault();
    }

    /** Gives the database a name, for {@link #connection}. */
    public static void register(String name, Database database) {
        Databases.register(name, database);
    }

    /**
     * The database of that name.
     *
     * @throws dev.ilana.error.NoDatabaseException when none has it
     */
    public static Database connection(String name) {
        return Databases.named(name);
    }

    /** How the database of the chain does; see {@link Database#healthCheck}. */
    public static Mono<Health> healthCheck() {
        return Mono.deferContextual(context -> Database.current(context).healthCheck());
    }

    /** Whether there is a database of that name. */
    public static boolean hasConnection(String name) {
        return Databases.has(name);
    }

    /**
     * The name of the database of every chain that names none.
     *
     * @throws dev.ilana.error.NoDatabaseException when there is none, or it has no name
     */
    public static String defaultConnection() {
        return Databases.defaultName();
    }

    /**
     * Closes the databases that were configured, registered or made the default, and forgets them all.
     *
     * @return completes when their connections are closed; when some could not be, an error, after the others are
     */
    public static Mono<Void> close() {
        return Databases.close();
    }

    /** A query over a table's rows, without models. */
    public static Query table(String name) {
        return Query.table(name);
    }

    /** A query over the rows of another. */
    public static Query table(Subquery query, String alias) {
        return Query.table(query, alias);
    }

    /** The everyday work on the rows of a model, a method each. */
    public static <M extends Model<M>> ModelService<M> service(Table<M> table) {
        return new ModelService<>(table);
    }

    /** The everyday work on the rows of a table, a method each. */
    public static RowService service(String table) {
        return new RowService(table);
    }

    /**
     * The everyday work on the rows of a model that was registered under that name.
     *
     * @throws dev.ilana.error.UnknownModelException when none is known by it
     */
    public static ModelService<?> model(String name) {
        return service(Models.get(name));
    }

    private static <M extends Model<M>> ModelService<M> service(WritableTable<M> table) {
        return new ModelService<>(table);
    }

    /** The rows of a query written out in this database's SQL, with a value for each {@code ?}. */
    public static Flux<Row> select(String sql, @Nullable Object... values) {
        return Query.raw(sql, values);
    }

    /** Sends a statement written out in this database's SQL, with a value for each {@code ?}; gives the number of rows it wrote. */
    public static Mono<Long> statement(String sql, @Nullable Object... values) {
        return Query.statement(sql, values);
    }

    /**
     * Runs the work in a transaction: as a savepoint of the one that is under way, or else in a new one.
     *
     * @return the work's value, after COMMIT; empty when the work is. An error of the work, or a cancel, rolls back
     */
    public static <T> Mono<T> transaction(Supplier<? extends Mono<T>> work) {
        return transaction(work, TransactionOptions.DEFAULT);
    }

    /** The same, run as the options say: how often, on which database, of what isolation, for how long. */
    public static <T> Mono<T> transaction(Supplier<? extends Mono<T>> work, TransactionOptions options) {
        return Mono.deferContextual(context -> options.databaseIn(context).transaction(work, options));
    }

    /**
     * {@link #transaction(Supplier)} for work of many values. They are held in memory until COMMIT is answered, and given
     * then: for streams of any length there is {@code cursor}.
     */
    public static <T> Flux<T> transactionMany(Supplier<? extends Flux<T>> work) {
        return transactionMany(work, TransactionOptions.DEFAULT);
    }

    /** The same, run as the options say. */
    public static <T> Flux<T> transactionMany(Supplier<? extends Flux<T>> work, TransactionOptions options) {
        return Flux.deferContextual(context -> options.databaseIn(context).transactionMany(work, options));
    }

    /**
     * A new transaction, whose end is said by hand: {@code trx.commit()}, {@code trx.rollback()}. What is to run in it says
     * so, by {@code mono.contextWrite(trx.use())} or {@code query.on(trx)}.
     */
    public static Mono<ManualTransaction> beginTransaction() {
        return beginTransaction(TransactionOptions.DEFAULT);
    }

    /** The same, begun as the options say. See {@link Database#beginTransaction}. */
    public static Mono<ManualTransaction> beginTransaction(TransactionOptions options) {
        return Mono.deferContextual(context -> options.databaseIn(context).beginTransaction(options));
    }

    /** The transaction of the chain, or the savepoint within it; empty outside of one. */
    public static Mono<TransactionInfo> currentTransaction() {
        return Mono.deferContextual(context -> Database.current(context).currentTransaction());
    }

    /** Completes inside a transaction; outside of one, a {@link dev.ilana.error.TransactionRequiredException}. */
    public static Mono<Void> requireTransaction() {
        return Mono.deferContextual(context -> Database.current(context).inTransaction("this"));
    }

    /**
     * The statements that the work would send, in order, with their values; none of them is sent. A query in it finds
     * nothing and a write writes no row, so what depends on an answer is not seen.
     */
    public static Mono<List<Sql>> dryRun(Supplier<? extends Publisher<?>> work) {
        return Database.dryRun(work);
    }

    /**
     * Runs the work once the transaction of the Context is committed, the outermost, or at once where there is none: for
     * mails, messages and caches. See {@link Database#afterCommit}.
     */
    public static Mono<Void> afterCommit(Supplier<? extends Publisher<?>> work) {
        return Mono.deferContextual(context -> Database.current(context).afterCommit(work));
    }

    /** Runs the work when the transaction of the Context was rolled back. See {@link Database#afterRollback}. */
    public static Mono<Void> afterRollback(Supplier<? extends Publisher<?>> work) {
        return Mono.deferContextual(context -> Database.current(context).afterRollback(work));
    }

    /** {@link #transaction(Supplier)} as an operator: {@code mono.as(DB.transactional())}. */
    public static <T> Function<Mono<T>, Mono<T>> transactional() {
        return transactional(TransactionOptions.DEFAULT);
    }

    /** The same, run as the options say. */
    public static <T> Function<Mono<T>, Mono<T>> transactional(TransactionOptions options) {
        return work -> transaction(() -> work, options);
    }

    /** {@link #transactionMany(Supplier)} as an operator: {@code flux.as(DB.transactionalMany())}. */
    public static <T> Function<Flux<T>, Flux<T>> transactionalMany() {
        return transactionalMany(TransactionOptions.DEFAULT);
    }

    /** The same, run as the options say. */
    public static <T> Function<Flux<T>, Flux<T>> transactionalMany(TransactionOptions options) {
        return work -> transactionMany(() -> work, options);
    }

    /**
     * For {@code retryWhen} around a transaction: tries again up to {@code retries} times, with growing and random waits,
     * when it fails by a deadlock or a serialization failure. Inside a transaction it lets the error through, as the
     * outermost one is lost already; an unknown outcome is never retried.
     */
    public static Retry retryDeadlocks(int retries) {
        return Database.retryDeadlocks(retries);
    }
}
