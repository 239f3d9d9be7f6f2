package dev.ilana.connection;

import dev.ilana.config.Configuration;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NoDatabaseException;
import dev.ilana.sql.Names;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The databases a program has named or configured, and the one it means when it names none. */
public final class Databases {

    private static final Map<String, Database> NAMED = new ConcurrentHashMap<>();
    private static final AtomicReference<@Nullable ConfiguredDatabases> CONFIGURED = new AtomicReference<>();
    /** Those that were offered and not withdrawn, in that order. */
    private static final List<Database> OFFERED = new CopyOnWriteArrayList<>();

    private static volatile @Nullable Database defaultDatabase;

    private Databases() {}

    /**
     * Makes databases of the connections of the configuration, its default one among them. None is opened before its first
     * query.
     *
     * @throws dev.ilana.error.InvalidConfigurationException when one of them can't be
     * @throws InvalidUsageException when this was done already, and not undone by {@link #close()}
     */
    public static void configure(Configuration configuration) {
        if (!CONFIGURED.compareAndSet(null, ConfiguredDatabases.of(configuration))) {
            throw new InvalidUsageException("the databases are configured already; close them first, by DB.close()");
        }
    }

    /** Makes this the database of every query that neither the Reactor Context nor its own words say otherwise of. */
    public static void setDefault(Database database) {
        defaultDatabase = database;
    }

    /** Forgets what {@link #setDefault} said. */
    public static void clearDefault() {
        defaultDatabase = null;
    }

    /**
     * Makes this the default where {@link #setDefault} has named none, until it is withdrawn: for a part of a program that has
     * a database for as long as it lives. Of several that are offered it is the last. Who offers it closes it.
     */
    public static void offerDefault(Database database) {
        OFFERED.add(database);
    }

    /** Takes back that offer; those of others stay as they are. Nothing where there is none. */
    public static void withdrawDefault(Database database) {
        OFFERED.remove(database);
    }

    /** Gives the database a name, in place of the one that had it. */
    public static void register(String name, Database database) {
        NAMED.put(Names.check(name), database);
    }

    /**
     * The database of that name.
     *
     * @throws NoDatabaseException when none has it
     */
    public static Database named(String name) {
        Database database = find(name);
        if (database == null) {
            throw new NoDatabaseException("no database is named \"" + name + "\"; named are " + names());
        }
        return database;
    }

    /** Whether there is a database of that name. */
    public static boolean has(String name) {
        return find(name) != null;
    }

    /**
     * The name of the database that is meant where none is named.
     *
     * @throws NoDatabaseException when there is none, or it has no name
     */
    public static String defaultName() {
        Database meant = defaultDatabase();
        return names().stream()
                .filter(name -> meant.equals(find(name)))
                .findFirst()
                .orElseThrow(() -> new NoDatabaseException(
                        "the default database has no name; give it one with DB.register(name, database)"));
    }

    /**
     * Closes all that were named, configured or made the default, and forgets them. What was only offered is left to whoever
     * offered it.
     *
     * @return completes when their connections are closed; when some could not be, an error, after the others are
     */
    public static Mono<Void> close() {
        return Flux.defer(() -> Flux.fromIterable(forgotten()))
                .flatMapDelayError(Database::close, Integer.MAX_VALUE, 1)
                .then();
    }

    static @Nullable Database defaultOrNull() {
        Database database = defaultDatabase;
        if (database == null) {
            database = OFFERED.stream().reduce((earlier, later) -> later).orElse(null);
        }
        ConfiguredDatabases configured = CONFIGURED.get();
        return database == null && configured != null ? configured.defaultDatabase() : database;
    }

    static Database defaultDatabase() {
        Database database = defaultOrNull();
        if (database != null) {
            return database;
        }
        throw new NoDatabaseException(
                "no database to run on: write the chain with contextWrite(database.use()), or set one with"
                        + " DB.setDefault(database)");
    }

    private static @Nullable Database find(String name) {
        Database database = NAMED.get(name);
        ConfiguredDatabases configured = CONFIGURED.get();
        return database == null && configured != null ? configured.find(name) : database;
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(NAMED.keySet());
        ConfiguredDatabases configured = CONFIGURED.get();
        if (configured != null) {
            names.addAll(configured.names());
        }
        return names;
    }

    private static Set<Database> forgotten() {
        Set<Database> all = ConcurrentHashMap.newKeySet();
        Database database = defaultDatabase;
        ConfiguredDatabases configured = CONFIGURED.getAndSet(null);
        if (database != null) {
            all.add(database);
        }
        if (configured != null) {
            all.addAll(configured.all());
        }
        all.addAll(NAMED.values());
        defaultDatabase = null;
        NAMED.clear();
        return all;
    }
}
