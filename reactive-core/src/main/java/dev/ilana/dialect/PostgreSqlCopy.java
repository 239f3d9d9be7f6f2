package dev.ilana.dialect;

import dev.ilana.sql.Copy;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Wrapped;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** PostgreSQL's COPY as its driver has it: R2DBC has no word for it. Whoever loads this class has the driver. */
final class PostgreSqlCopy {

    private PostgreSqlCopy() {}

    /** The rows on their way, for who subscribes; null where the connection is another driver's. */
    static @Nullable Publisher<Long> in(Connection connection, Copy copy) {
        PostgresqlConnection driver = driver(connection);
        return driver == null
                ? null
                : driver.copyIn(copy.sql().text(), Mono.fromSupplier(() -> Unpooled.wrappedBuffer(copy.rows())));
    }

    /** Below a pool, or whatever else wraps it. */
    private static @Nullable PostgresqlConnection driver(Connection connection) {
        if (connection instanceof PostgresqlConnection driver) {
            return driver;
        }
        return connection instanceof Wrapped<?> wrapped ? wrapped.unwrap(PostgresqlConnection.class) : null;
    }
}
