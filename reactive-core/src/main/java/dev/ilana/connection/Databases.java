package dev.ilana.connection;

import dev.ilana.error.NoDatabaseException;
import dev.ilana.sql.Names;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The databases a program has named, and the one it means when it names none. */
public final class Databases {

    private static final Map<String, Database> NAMED = new ConcurrentHashMap<>();
    private static volatile @Nullable Database defaultDatabase;

    private Databases() {}

    /** Makes this the database of every query that neither the Reactor Context nor its own words say otherwise of. */
    public static void setDefault(Database database) {
        defaultDatabase = database;
    }

    /** Forgets the default. */
    public static void clearDefault() {
        defaultDatabase = null;
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
        Database database = NAMED.get(name);
        if (database == null) {
            throw new NoDatabaseException("no database is named \"" + name + "\"; named are " + NAMED.keySet());
        }
        return database;
    }

    static Database defaultDatabase() {
        Database database = defaultDatabase;
        if (database == null) {
            throw new NoDatabaseException(
                    "no database to run on: write the chain with contextWrite(database.use()), or set one with"
                            + " DB.setDefault(database)");
        }
        return database;
    }
}
