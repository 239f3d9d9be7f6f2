package dev.ilana.connection;

import dev.ilana.config.Configuration;
import dev.ilana.dialect.Dialect;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TransactionRequiredException;
import dev.ilana.sql.Names;
import dev.ilana.sql.Sql;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
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

    /** The Context key of the database that a chain runs on, or of the {@link Tenants} whose tenant's it is. */
    static final Object CURRENT = new Object();

    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(5);

    /** How many rows the default cache holds in all. */
    private static final int REMEMBERED_ROWS = 10_000;

    private final Dialect dialect;
    private final Connections connections;
    private final Executor executor;
    private final Transactions transactions;
    /** The Context key of this database's transaction. */
    private final Object transactionKey;

    private final DatabaseOptions options;
    private final Signature signature;
    private final ErrorTranslator errors;
    private final ResultCache results;
    private final JoinedTransactions joined;
    private final Database itself;
    /** The transaction that everything is in, whatever the Context says; null where the Context decides. */
    private final @Nullable Transaction bound;

    private Database(Dialect dialect, Connections connections, DatabaseOptions options) {
        this.dialect = dialect;
        this.connections = connections;
        this.options = options;
        this.transactionKey = new Object();
        this.itself = this;
        this.bound = null;
        this.signature = options.signature() == null ? Signature.random() : options.signature();
        this.errors = new ErrorTranslator(dialect);
        QueryCache cache = options.cache() == null ? QueryCache.inMemory(REMEMBERED_ROWS) : options.cache();
        this.results = new ResultCache(cache, options.cache() != null);
        this.joined = new JoinedTransactions(options.outer(), this, results);
        this.executor = new Executor(this, dialect, connections, errors, results, options.observers());
        this.transactions = transactions();
    }

    /** The database, as one whose every statement is in the transaction. */
    private Database(Database itself, Transaction bound) {
        this.dialect = itself.dialect;
        this.connections = itself.connections;
        this.options = itself.options;
        this.transactionKey = itself.transactionKey;
        this.signature = itself.signature;
        this.errors = itself.errors;
        this.results = itself.results;
        this.joined = itself.joined;
        this.itself = itself;
        this.bound = bound;
        this.executor = new Executor(this, dialect, connections, errors, results, options.observers());
        this.transactions = transactions();
    }

    private Transactions transactions() {
        return new Transactions(
                this,
                new OutermostTransactions(itself, connections, executor, errors, results),
                new Savepoints(itself, connections, errors));
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
    public static Builder builder(String url) {
        return new Builder(
                pool -> ConnectionSource.of(ConnectionUrl.read(url), pool),
                PoolSettings.DEFAULT,
                DatabaseOptions.DEFAULT);
    }

    /**
     * A database as the configuration says of that connection, with what else is to be said of it.
     *
     * @throws InvalidConfigurationException when the configuration has no such connection, or says of it what can't be
     */
    public static Builder builder(Configuration configuration, String connection) {
        return new ConfiguredConnection(configuration, connection).builder();
    }

    /** A database over the user's own connection factory, which is used as it is and stays the user's to close. */
    public static Database of(ConnectionFactory factory, Dialect dialect) {
        return builder(factory, dialect).build();
    }

    /**
     * The same, with what else is to be said of it: all but a pool, which is the factory's own.
     *
     * @throws InvalidUsageException by {@link Builder#build()} when it was told of a pool all the same
     */
    public static Builder builder(ConnectionFactory factory, Dialect dialect) {
        return new Builder(
                pool -> ConnectionSource.of(factory, dialect, pool), PoolSettings.DEFAULT, DatabaseOptions.DEFAULT);
    }

    /**
     * The database a chain runs on: that of the transaction or the {@link #use()} in its Context, or its tenant's, else the
     * default one.
     *
     * @throws dev.ilana.error.NoDatabaseException when there is neither
     * @throws dev.ilana.error.MissingTenantException when it is a tenant's, and the Context has none
     */
    public static Database current(ContextView context) {
        Object said = context.<@Nullable Object>getOrDefault(CURRENT, null);
        return said instanceof Tenants tenants
                ? tenants.in(context)
                : said == null ? Databases.defaultDatabase() : (Database) said;
    }

    /** The database that the Context says by itself; null when it says none. */
    private static @Nullable Database said(ContextView context) {
        Object said = context.<@Nullable Object>getOrDefault(CURRENT, null);
        return said instanceof Tenants tenants ? tenants.knownIn(context) : (Database) said;
    }

    /** Runs everything above it in a chain on this database: {@code mono.contextWrite(database.use())}. */
    public Function<Context, Context> use() {
        NPlusOneGuard guard = options.guard();
        return guard == null
                ? context -> context.put(CURRENT, this)
                : context -> (QueryWatch.isOn(context) ? context : guard.watch().apply(context)).put(CURRENT, this);
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
                Mono.fromSupplier(() -> new Database(dialect, connections.dedicated(around), options)),
                work,
                Database::close);
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

    /** What listeners and logs call it. */
    public String name() {
        return options.name();
    }

    /** The name of the product, as observations have it. */
    String system() {
        return dialect.name().toLowerCase(Locale.ROOT);
    }

    Observers observers() {
        return options.observers();
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Sends statements to this database, on the transaction of the Context where there is one. */
    public Executor executor() {
        return executor;
    }

    /** How many connections of the pool are in use now. */
    public int acquiredConnections() {
        return connections.acquired();
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
        return new HealthCheck(connections, limit).run();
    }

    /** Closes the pool, where it is this database's own; completes when its connections are closed. */
    public Mono<Void> close() {
        return connections.close();
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
            return Mono.fromRunnable(() -> afterwards(transaction, true, work, context));
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
                    : Mono.fromRunnable(() -> afterwards(transaction, false, work, context));
        });
    }

    /** Notes what is to follow, for the tenant for whom that was said: the end of a transaction may be another's. */
    private static void afterwards(
            Transaction transaction, boolean kept, Supplier<? extends Publisher<?>> work, ContextView context) {
        Function<Context, Context> tenant = Tenant.asIn(context);
        transaction
                .whole()
                .afterwards()
                .add(transaction.outcome(), kept, () -> Flux.from(work.get()).contextWrite(tenant));
    }

    /** This database where it stands for one of its transactions, else this. */
    public Database itself() {
        return itself;
    }

    Database boundTo(Transaction transaction) {
        return new Database(itself, transaction);
    }

    Function<Context, Context> use(Transaction transaction) {
        return context -> here(within(transaction).apply(context));
    }

    /** On this database. Where a tenant's is meant, and it is this, it stays so: within, the tenant may be another. */
    private Context here(Context context) {
        return said(context) == itself ? context : context.put(CURRENT, itself);
    }

    /** Statements of this database run in the transaction, and which database a chain means stays as it was. */
    Function<Context, Context> within(Transaction transaction) {
        return context -> joined.passingOver(connections.holding(
                        transaction.whole().held(), transaction.observed().within(context)))
                .put(transactionKey, transaction);
    }

    /** On this database, and in no transaction of it; connections that are held stay so. */
    Function<Context, Context> outside() {
        return context -> joined.passingOver(
                        said(context) == itself ? context : itself.use().apply(context))
                .delete(transactionKey);
    }

    @Nullable Transaction transactionIn(ContextView context) {
        Transaction ours = context.getOrDefault(transactionKey, null);
        Transaction found = joined.innermost(context, ours);
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

    /** True when the database that the Context means has a transaction there. */
    static boolean hasTransaction(ContextView context) {
        Database database = context.hasKey(CURRENT) ? said(context) : Databases.defaultOrNull();
        return database != null && database.transactionIn(context) != null;
    }

    @Override
    public String toString() {
        return "Database[" + connections.where() + "]";
    }

    /** What a database is made of. Each method gives a new builder. */
    public static final class Builder {

        private final Function<PoolSettings, ConnectionSource> source;
        private final PoolSettings pool;
        private final DatabaseOptions options;

        Builder(Function<PoolSettings, ConnectionSource> source, PoolSettings pool, DatabaseOptions options) {
            this.source = source;
            this.pool = pool;
            this.options = options;
        }

        public Builder withPool(PoolSettings settings) {
            return new Builder(source, settings, options);
        }

        /** What listeners and logs call this database, instead of {@code default}. */
        public Builder withName(String name) {
            return new Builder(source, pool, options.withName(Names.check(name)));
        }

        /** Tells the listener of each statement that has ended, beside those that are told already. */
        public Builder withListener(QueryListener listener) {
            return observedBy(options.observers().with(listener));
        }

        /** Tells the listener of transactions, beside those that are told already. */
        public Builder withTransactionListener(TransactionListener listener) {
            return observedBy(options.observers().with(listener));
        }

        /** Lets the observer follow each statement and each transaction, beside those that do already. */
        public Builder withObserver(DatabaseObserver observer) {
            return observedBy(options.observers().with(observer));
        }

        /** Writes statements to the log, beside those listeners that there are. */
        public Builder withLog(LogSettings log) {
            Observers observers = options.observers();
            if (log.sql()) {
                SqlLog all = new SqlLog(log.bindings());
                observers = observers.with((QueryListener) all).with((TransactionListener) all);
            }
            if (log.slow() != null) {
                observers = observers.with(new SlowQueryLog(log.slow(), log.bindings()));
            }
            return observedBy(observers);
        }

        private Builder observedBy(Observers observers) {
            return new Builder(source, pool, options.withObservers(observers));
        }

        /** Has statements join transactions that a framework begins and ends. */
        public Builder withOuterTransactions(OuterTransactions outer) {
            return new Builder(source, pool, options.withOuter(outer));
        }

        /** Where the results of {@code remember(...)} are kept, instead of 10,000 rows in memory. */
        public Builder withCache(QueryCache cache) {
            return new Builder(source, pool, options.withCache(cache));
        }

        /** The clock of the times that models keep, instead of the system's. */
        public Builder withClock(Clock clock) {
            return new Builder(source, pool, options.withClock(clock));
        }

        /**
         * The key that signs the cursors of pages, instead of a random one, for them to be known by other instances of the
         * application and after its restart.
         *
         * @param base64 32 random bytes, as {@code openssl rand -base64 32} writes them
         * @throws InvalidConfigurationException for another length
         */
        public Builder withCursorKey(String base64) {
            return new Builder(source, pool, options.withSignature(Signature.of(base64)));
        }

        /** Watches each chain that is told to {@link Database#use() use} this database, for queries that it repeats. */
        public Builder withNPlusOneGuard(NPlusOneGuard guard) {
            return new Builder(source, pool, options.withGuard(guard));
        }

        /**
         * What is loaded into one model of a result is loaded into all of them, by one query, as if each query of models said
         * {@code batchingLoads()}.
         */
        public Builder withBatchedLoads() {
            return new Builder(source, pool, options.withBatchedLoads());
        }

        /**
         * The database.
         *
         * @throws InvalidConfigurationException when the URL is not one, or its driver is not on the classpath
         */
        public Database build() {
            ConnectionSource made = source.apply(pool);
            return new Database(made.dialect(), made.connections(), options);
        }

        /** Without the URL, which has a password. */
        @Override
        public String toString() {
            return "Builder";
        }
    }
}
