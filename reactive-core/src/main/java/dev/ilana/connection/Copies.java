package dev.ilana.connection;

import dev.ilana.sql.Copy;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Value;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Wrapped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Rows sent in bulk by PostgreSQL's own command, which is the driver's own word: none of R2DBC's. So it is for connections of
 * that driver only, and for tables that take it: no views, no row-level security, no rules, which the command passes by.
 */
final class Copies {

    private static final String TAKES = "select count(*) from pg_catalog.pg_class where oid = to_regclass($1)"
            + " and relkind in ('r', 'p') and not relrowsecurity and not relhasrules";

    /** The tables that were found to take it. */
    private final Set<String> taking = ConcurrentHashMap.newKeySet();

    /** Asks whether the table takes it: 1, or 0. */
    static Sql question(Copy copy) {
        return new Sql(TAKES, List.of(Value.of(copy.table())), List.of(), Set.of(), false);
    }

    /** Whether the table was found to take it. */
    boolean isKnown(Copy copy) {
        return taking.contains(copy.table());
    }

    void known(Copy copy) {
        taking.add(copy.table());
    }

    /** Asks again next time: the table may have become one that does not take it. */
    void forget(Copy copy) {
        taking.remove(copy.table());
    }

    /** Whether the connection has a word for it. */
    static boolean isDrivers(Connection connection) {
        try {
            return Driver.of(connection) != null;
        } catch (NoClassDefFoundError e) {
            // Another driver for PostgreSQL, and this one is not there.
            return false;
        }
    }

    /** Sends them; gives the number of rows. */
    static Mono<Long> send(Connection connection, Copy copy) {
        return Mono.defer(() -> Driver.send(connection, copy));
    }

    /** What names the driver's classes, which may be missing. */
    private static final class Driver {

        static @Nullable PostgresqlConnection of(Connection connection) {
            if (connection instanceof PostgresqlConnection driver) {
                return driver;
            }
            return connection instanceof Wrapped<?> wrapped ? wrapped.unwrap(PostgresqlConnection.class) : null;
        }

        static Mono<Long> send(Connection connection, Copy copy) {
            PostgresqlConnection driver = of(connection);
            return driver == null
                    ? Mono.error(new IllegalStateException("asked before whether it takes a COPY"))
                    : driver.copyIn(copy.sql().text(), Mono.fromSupplier(() -> Unpooled.wrappedBuffer(copy.rows())));
        }
    }
}
