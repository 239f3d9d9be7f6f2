package dev.ilana.connection;

import dev.ilana.config.Configuration;
import dev.ilana.dialect.Dialect;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TransactionRequiredException;
import dev.ilana.sql.Sql;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;
import reactor.util.retry.Retry;

/** A database: its dialect, its pool, its transactions. Making one opens no connection; the first query does. */
public final class Database {

    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(5);

    /** How many rows the default cache holds in all. */
    private static final int REMEMBERED_ROWS = 10_000;

    private final Dialect dialect;
    private final Servers servers;
    private final Endings endings;
    private final Executor executor;
    private final Transactions transactions;
    private final DatabaseOptions options;
    private final Signature signature;
    private final ErrorTranslator errors;
    private final ResultCache results;
    private final ChainContext chain;
    private final Database itself;
    /** The transaction that everything is in, whatever the Context says; null where the Context decides. */
    private final @Nullable Transaction bound;

    Database(Dialect dialect, Connections primary, List<Connections> replicas, DatabaseOptions options) {
        this.dialect = dialect;
        this.servers = new Servers(this, primary, replicas);
        this.options = options;
        this.endings = new Endings();
        this.itself = this;
        this.bound = null;
        this.signature = options.signature() == null ? Signature.random() : options.signature();
        this.errors = new ErrorTranslator(dialect);
        QueryCache cache = options.cache() == null ? QueryCache.inMemory(REMEMBERED_ROWS) : options.cache();
        this.results = new ResultCache(cache, options.cache() != null);
        this.chain = new ChainContext(this, new JoinedTransactions(options.outer(), this, results), options.guard());
        this.executor = new Executor(this, dialect, servers, errors, results, options.observers());
        this.transactions = transactions();
    }

    /** The database, as one whose every statement is in the transaction. */
    private Database(Database itself, Transaction bound) {
        this.dialect = itself.dialect;
        this.servers = itself.servers;
        this.options = itself.options;
        this.signature = itself.signature;
        this.errors = itself.errors;
        this.results = itself.results;
        this.chain = itself.chain;
        this.endings = itself.endings;
        this.itself = itself;
        this.bound = bound;
        this.executor = new Executor(this, dialect, servers, errors, results, options.observers());
        this.transactions = transactions();
    }

    private Transactions transactions() {
        return new Transactions(
                this,
                new OutermostTransactions(itself, servers, executor, errors, results),
                new Savepoints(itself, errors));
    }

    /**
     * A database with a pool of its own.
     *
     * @param url {@code postgresql://user:password@host:port/name}, {@code mariadb://…}, {@code mysql://…}, {@code
     *     h2:mem:name}, {@code h2:file:./path}, or an R2DBC URL of one of these
     * @throws InvalidConfigurationException when the URL is none of them, or its driver is not on the classpath
     */
    public static Database connect(String url) {
        return builder(url).build();
    }

    /** A database whose pool or listener is not the default one. */
    public static DatabaseBuilder builder(String url) {
        return new DatabaseBuilder(Places.of(Place.of(url)), DatabaseOptions.DEFAULT);
    }

    /**
     * A database as the configuration says of that connection, with what else is to be said of it.
     *
     * @throws InvalidConfigurationException when the configuration has no such connection, or says of it what can't be
     */
    public static DatabaseBuilder builder(Configuration configuration, String connection) {
        return new ConfiguredConnection(configuration, connection).builder();
    }

    /** A database over the user's own connection factory, which is used as it is and stays the user's to close. */
    public static Database of(ConnectionFactory factory, Dialect dialect) {
        return builder(factory, dialect).build();
    }

    /**
     * The same, with what else is to be said of it: all but a pool and its sessions, which are the factory's own.
     *
     * @throws InvalidUsageException by {@link DatabaseBuilder#build()} when it was told of them all the same
     */
    public static DatabaseBuilder builder(ConnectionFactory factory, Dialect dialect) {
        return new DatabaseBuilder(Places.of(Place.of(factory, dialect)), DatabaseOptions.DEFAULT);
    }

    /**
     * The database a chain runs on: that of the transaction or the {@link #use()} in its Context, or its tenant's, else the
     * default one.
     *
     * @throws dev.ilana.error.NoDatabaseException when there is neither
     * @throws dev.ilana.error.MissingTenantException when it is a tenant's, and the Context has none
     */
    public static Database current(ContextView context) {
        return ChainContext.meant(context);
    }

    /** Runs everything above it in a chain on this database: {@code mono.contextWrite(database.use())}. */
    public Function<Context, Context> use() {
        return context -> {
            Transaction own = bound == null ? null : transactionIn(context);
            return own == null ? chain.use(context) : chain.use(own).apply(context);
        };
    }

    /**
     * Runs the work in a transaction: the one of the Context, as a savepoint, or else a new one.
     *
     * @return the work's value, after COMMIT; empty when the work is. An error of the work, or a cancel, rolls back
     */
    public <T> Mono<T> transaction(Supplier<? extends Mono<T>> work, TransactionOptions options) {
        return transactions.run(work, options);
    }

    /** {@link #transaction(Supplier, TransactionOptions)}, tried once. */
    public <T> Mono<T> transaction(Supplier<? extends Mono<T>> work) {
        return transactions.run(work, TransactionOptions.DEFAULT);
    }

    /**
     * {@link #transaction(Supplier, TransactionOptions)} for work of many values. They are held in memory until COMMIT is
     * answered, and given then.
     */
    public <T> Flux<T> transactionMany(Supplier<? extends Flux<T>> work, TransactionOptions options) {
        return transactions.run(() -> Flux.defer(work).collectList(), options).flatMapIterable(values -> values);
    }

    /**
     * A new transaction, on a connection of its own, whose end is said by hand. It is rolled back when its timeout has passed,
     * which is 60 seconds where the options say none.
     *
     * @throws dev.ilana.error.InvalidUsageException as an error, for options of attempts, or of a propagation that begins none
     */
    public Mono<ManualTransaction> beginTransaction(TransactionOptions options) {
        return transactions.begin(options);
    }

    /** The Context's transaction of this database, or the savepoint within it; empty outside of one. */
    public Mono<TransactionInfo> currentTransaction() {
        return Mono.deferContextual(context -> Mono.justOrEmpty(transactionIn(context)))
                .map(transaction -> transaction.info(name()));
    }

    /**
     * Runs work that reads this database by several statements on one connection, all of the same rows where the database
     * can ({@code SNAPSHOT}): in the transaction of the Context, or else in one of its own that ends with the work.
     *
     * @return what the work gives, as it comes; the connection is held until the last of it is taken, or a cancel
     */
    public <T> Flux<T> reading(Supplier<? extends Flux<T>> work) {
        return transactions.reading(work);
    }

    /** A name for a cursor that no other has in the transaction of the Context. */
    public String newCursor(ContextView context) {
        Transaction transaction = transactionIn(context);
        return "ilana_cursor_" + (transaction == null ? 1 : transaction.whole().nextCursor());
    }

    /**
     * The work with a database that has one connection of its own: opened outside of the pool at its first statement,
     * in no transaction of the Context, and closed for good when the work has ended. For what a session holds, such as a
     * lock or a setting.
     *
     * <p>The connection is never replaced: when it dies, each further statement fails with a {@link
     * dev.ilana.error.ConnectionLostException}.
     *
     * @param around wraps the driver's factory; {@code UnaryOperator.identity()} leaves it alone
     */
    public <T> Flux<T> onDedicatedConnection(
            UnaryOperator<ConnectionFactory> around, Function<? super Database, ? extends Publisher<T>> work) {
        return Flux.usingWhen(
                Mono.fromSupplier(() -> new Database(dialect, servers.primary().dedicated(around), List.of(), options)),
                work,
                Database::close);
    }

    /**
     * The work, which goes on to its end though a cancel lets go of it, and for which {@link #close} waits: a lock that is
     * given back, a table that is dropped again. It runs once for each subscriber.
     */
    public <T> Mono<T> toItsEnd(Mono<T> work) {
        return endings.toItsEnd(work);
    }

    /**
     * Work while something is held that must be given back, a lock or what is to be dropped again. The giving back goes on to
     * its end though a cancel lets go of it, and {@link #close} waits for it from the beginning of the work on.
     *
     * @param afterwards gives it back when the work has completed
     * @param otherwise gives it back when the work has failed or was cancelled; the work's error stays, whatever becomes of it
     */
    public <T> Flux<T> holding(Publisher<? extends T> work, Mono<Void> afterwards, Mono<Void> otherwise) {
        return endings.holding(work, afterwards, otherwise.onErrorComplete());
    }

    /** When to try a whole transaction again: up to so many times, after a deadlock or serialization failure. */
    public static Retry retryDeadlocks(int retries) {
        return Retries.deadlocks(retries);
    }

    /**
     * The statements that the work would send, in order, with their values; none of them is sent. A query in it finds
     * nothing and a write writes no row, so what depends on an answer is not seen.
     */
    public static Mono<List<Sql>> dryRun(Supplier<? extends Publisher<?>> work) {
        return DryRun.of(work);
    }

    /** The time by this database's clock, to the microsecond: what the databases keep, so that it is the same when read. */
    public Instant now() {
        return options.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What shows that bytes which come back are those that this database gave away: HMAC-SHA256 by its cursor key. */
    public byte[] signature(byte[]... parts) {
        return signature.sign(parts);
    }

    /** Whether what is loaded into one model of a result is loaded into all of them. */
    public boolean batchesLoads() {
        return options.batchesLoads();
    }

    /**
     * Whether a find in that chain is answered together with those of others: that was asked for, and the chain is in no
     * transaction and may read wherever others do.
     */
    public boolean batchesFinds(ContextView context) {
        return options.batchesFinds()
                && transactionIn(context) == null
                && DryRun.in(context) == null
                && servers.mayReadAnywhere(context);
    }

    /** What listeners and logs call it. */
    public String name() {
        return options.name();
    }

    /** The name of the product, as observations have it. */
    String system() {
        return dialect.name().toLowerCase(Locale.ROOT);
    }

    Function<Object, String> tenantSchemas() {
        return options.tenantSchemas();
    }

    Observers observers() {
        return options.observers();
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Where it is: its kind, host, port and name, as {@code PostgreSQL at localhost:5432/shop}; no user and no password. */
    public String where() {
        return servers.primary().where();
    }

    /** Sends statements to this database, on the transaction of the Context where there is one. */
    public Executor executor() {
        return executor;
    }

    /** How many connections of the pool are in use now. */
    public int acquiredConnections() {
        return servers.acquired();
    }

    /** {@link #healthCheck(Duration)} of five seconds. */
    public Mono<Health> healthCheck() {
        return healthCheck(HEALTH_LIMIT);
    }

    /**
     * How this database does: it is asked on a connection of its pool, which is in no transaction.
     *
     * @param limit how long the connection and the answer may take together; later than that the database is not up
     * @return never an error: a database that is not there is not {@link Health#up}
     */
    public Mono<Health> healthCheck(Duration limit) {
        return new HealthCheck(servers.primary(), limit).run();
    }

    /** Closes the pool, where it is this database's own; completes when its connections are closed. */
    public Mono<Void> close() {
        return endings.all().then(servers.close());
    }

    /** What becomes of work done in the transaction of the Context, or in the savepoint within it; null outside of one. */
    public @Nullable Outcome outcome(ContextView context) {
        Transaction transaction = transactionIn(context);
        return transaction == null ? null : transaction.outcome();
    }

    /**
     * Runs the work once the Context's transaction of this database is committed, the outermost, or at once where there is
     * none; never when it, or the savepoint in which this is said, is rolled back. Several run in the order they were said.
     *
     * <p>The work has its own connections, on this database. When it fails, the transaction's chain ends with an {@link
     * dev.ilana.error.AfterCommitException}: its rows are there all the same.
     *
     * @return completes when the work is noted or, outside of a transaction, done
     */
    public Mono<Void> afterCommit(Supplier<? extends Publisher<?>> work) {
        return Mono.deferContextual(context -> {
            Transaction transaction = transactionIn(context);
            if (transaction == null) {
                return Flux.<Object>defer(() -> Flux.from(work.get())).then();
            }
            return Mono.fromRunnable(() -> transaction.follow(true, work, context));
        });
    }

    /**
     * Runs the work when the Context's transaction of this database, or the savepoint in which this is said, was rolled
     * back: by an error, a cancel, or alone. It runs after the outermost one has ended; an error of it is logged.
     */
    public Mono<Void> afterRollback(Supplier<? extends Publisher<?>> work) {
        return Mono.deferContextual(context -> {
            Transaction transaction = transactionIn(context);
            return transaction == null
                    ? Mono.empty()
                    : Mono.fromRunnable(() -> transaction.follow(false, work, context));
        });
    }

    /** This database where it stands for one of its transactions, else this. */
    public Database itself() {
        return itself;
    }

    Database boundTo(Transaction transaction) {
        return new Database(itself, transaction);
    }

    Servers servers() {
        return servers;
    }

    /** What a chain's Context says of this database. */
    ChainContext chain() {
        return chain;
    }

    @Nullable Transaction transactionIn(ContextView context) {
        Transaction found = chain.transaction(context);
        return bound == null || (found != null && found.whole() == bound.whole()) ? found : bound;
    }

    /** Whether a transaction of this database is under way in the Context. */
    public boolean isInTransaction(ContextView context) {
        return transactionIn(context) != null;
    }

    /** Completes inside a transaction of this database; outside of one, an error that names what needs it. */
    public Mono<Void> inTransaction(String what) {
        return Mono.deferContextual(context ->
                isInTransaction(context) ? Mono.empty() : Mono.error(new TransactionRequiredException(what)));
    }

    @Override
    public String toString() {
        return "Database[" + where() + "]";
    }
}
