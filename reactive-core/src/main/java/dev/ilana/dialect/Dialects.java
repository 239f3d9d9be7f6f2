package dev.ilana.dialect;

import dev.ilana.error.InvalidConfigurationException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The databases this library knows. */
public final class Dialects {

    public static final Dialect H2 = new H2();
    public static final Dialect POSTGRESQL = new PostgreSql();
    public static final Dialect MARIADB = new MariaDb();
    public static final Dialect MYSQL = new MySql();

    /** The names of those there are, as messages list them. */
    public static final String KNOWN = "h2, postgresql, mariadb, mysql";

    private Dialects() {}

    /**
     * The dialect for a database's name, as in the scheme of a URL or the name a driver gives its database.
     *
     * @throws InvalidConfigurationException for a database this library does not know; for SQLite, naming H2 instead
     */
    public static Dialect named(String name) {
        Dialect dialect = find(name);
        if (dialect == null) {
            throw new InvalidConfigurationException("unknown database \"" + name + "\"; known are " + KNOWN);
        }
        return dialect;
    }

    /**
     * The same; null for a database this library does not know.
     *
     * @throws InvalidConfigurationException for SQLite, naming H2 instead
     */
    public static @Nullable Dialect find(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "h2" -> H2;
            case "postgresql", "postgres" -> POSTGRESQL;
            case "mariadb" -> MARIADB;
            case "mysql" -> MYSQL;
            case "sqlite", "sqlite3" ->
                throw new InvalidConfigurationException(
                        "there is no kept R2DBC driver for SQLite; the embedded database here is H2, as in h2:mem:name or"
                                + " h2:file:./data/app");
            default -> null;
        };
    }
}
