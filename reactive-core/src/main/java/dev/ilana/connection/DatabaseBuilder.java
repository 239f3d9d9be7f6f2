package dev.ilana.connection;

import dev.ilana.config.Configuration;
import dev.ilana.config.Setting;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.sql.Names;
import java.time.Clock;
import java.util.function.Function;

/** What a {@link Database} is made of. Each method gives a new builder. */
public final class DatabaseBuilder {

    private final Places places;
    private final DatabaseOptions options;

    DatabaseBuilder(Places places, DatabaseOptions options) {
        this.places = places;
        this.options = options;
    }

    /** The pool of each of its servers. */
    public DatabaseBuilder withPool(PoolSettings settings) {
        return new DatabaseBuilder(places.withPool(settings), options);
    }

    /** How the sessions of its servers begin; it counts before what their URLs say. */
    public DatabaseBuilder withSession(SessionSettings settings) {
        return new DatabaseBuilder(places.withSession(settings), options);
    }

    /**
     * A server that comes after this one, and answers what only reads: queries outside of a transaction, streams, and
     * transactions that are read-only. Several take turns. A chain that is written with {@link Database#use()} asks them until it
     * has written; one that is not asks none, as nothing says what it has written.
     *
     * <p>A query that finds the replica gone is answered by this server.
     *
     * @param url one of the forms of {@link Database#connect(String)}
     */
    public DatabaseBuilder withReplica(String url) {
        return new DatabaseBuilder(places.withReplica(Place.of(url)), options);
    }

    /** What listeners and logs call this database, instead of {@code default}. */
    public DatabaseBuilder withName(String name) {
        return new DatabaseBuilder(places, options.withName(Names.check(name)));
    }

    /** Tells the listener of each statement that has ended, beside those that are told already. */
    public DatabaseBuilder withListener(QueryListener listener) {
        return observedBy(options.observers().with(listener));
    }

    /** Tells the listener of transactions, beside those that are told already. */
    public DatabaseBuilder withTransactionListener(TransactionListener listener) {
        return observedBy(options.observers().with(listener));
    }

    /** Lets the observer follow each statement and each transaction, beside those that do already. */
    public DatabaseBuilder withObserver(DatabaseObserver observer) {
        return observedBy(options.observers().with(observer));
    }

    /**
     * What the configuration says of every database, wherever it is: the log and the cursor key.
     *
     * @throws InvalidConfigurationException when a value can't be
     */
    public DatabaseBuilder withSettings(Configuration configuration) {
        DatabaseBuilder logging = withLog(LogSettings.of(configuration));
        Setting key = configuration.setting("cursor-key");
        return key == null
                ? logging
                : new DatabaseBuilder(
                        logging.places,
                        logging.options.withSignature(
                                key.as(Signature::of, "32 random bytes, as openssl rand -base64 32 writes them")));
    }

    /** Writes statements to the log, beside those listeners that there are. */
    public DatabaseBuilder withLog(LogSettings log) {
        return observedBy(options.observers().with(log));
    }

    private DatabaseBuilder observedBy(Observers observers) {
        return new DatabaseBuilder(places, options.withObservers(observers));
    }

    /** Has statements join transactions that a framework begins and ends. */
    public DatabaseBuilder withOuterTransactions(OuterTransactions outer) {
        return new DatabaseBuilder(places, options.withOuter(outer));
    }

    /**
     * Which schema the tables of a tenant are in, those named {@code {tenant}.table}, instead of one that is called as the tenant
     * is. What it gives is checked to be a name; a chain whose tenant has none ends with an {@link
     * dev.ilana.error.InvalidNameException}.
     */
    public DatabaseBuilder withTenantSchemas(Function<Object, String> schemas) {
        return new DatabaseBuilder(places, options.withTenantSchemas(schemas));
    }

    /** Where the results of {@code remember(...)} are kept, instead of 10,000 rows in memory. */
    public DatabaseBuilder withCache(QueryCache cache) {
        return new DatabaseBuilder(places, options.withCache(cache));
    }

    /** The clock of the times that models keep, instead of the system's. */
    public DatabaseBuilder withClock(Clock clock) {
        return new DatabaseBuilder(places, options.withClock(clock));
    }

    /**
     * The key that signs the cursors of pages, instead of a random one, for them to be known by other instances of the
     * application and after its restart.
     *
     * @param base64 32 random bytes, as {@code openssl rand -base64 32} writes them
     * @throws InvalidConfigurationException for another length
     */
    public DatabaseBuilder withCursorKey(String base64) {
        return new DatabaseBuilder(places, options.withSignature(Signature.of(base64)));
    }

    /** Watches each chain that is told to {@link Database#use() use} this database, for queries that it repeats. */
    public DatabaseBuilder withNPlusOneGuard(NPlusOneGuard guard) {
        return new DatabaseBuilder(places, options.withGuard(guard));
    }

    /**
     * What is loaded into one model of a result is loaded into all of them, by one query, as if each query of models said
     * {@code batchingLoads()}.
     */
    public DatabaseBuilder withBatchedLoads() {
        return new DatabaseBuilder(places, options.withBatchedLoads());
    }

    /**
     * What is asked for by {@code USERS.find(key)} while two such finds of the table are under way waits for one of them to end,
     * and goes with all that came meanwhile as one query. It holds for finds outside of transactions by tables that have one
     * column as key and load no relations by themselves, where the query says nothing more; others go by themselves.
     */
    public DatabaseBuilder withBatchedFinds() {
        return new DatabaseBuilder(places, options.withBatchedFinds());
    }

    /**
     * The database.
     *
     * @throws InvalidConfigurationException when a URL is not one, its driver is not on the classpath, or it has no such
     *     sessions
     */
    public Database build() {
        return places.open(options);
    }

    /** Without the URL, which has a password. */
    @Override
    public String toString() {
        return "DatabaseBuilder";
    }
}
