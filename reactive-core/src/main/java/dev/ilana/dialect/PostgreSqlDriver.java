package dev.ilana.dialect;

import dev.ilana.sql.Copy;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Wrapped;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** What PostgreSQL's driver has and R2DBC has no word for. Whoever loads this class has the driver. */
final class PostgreSqlDriver {

    private PostgreSqlDriver() {}

    /** A text, or a null, that is of the type which the server finds for its place. */
    static Object untyped(@Nullable String text) {
        return text == null
                ? Parameters.in(PostgresqlObjectId.UNSPECIFIED)
                : Parameters.in(PostgresqlObjectId.UNSPECIFIED, text);
    }

    /** The rows on their way by COPY, for who subscribes; null where the connection is another driver's. */
    static @Nullable Function<Map<String, Long>, Publisher<Long>> copyIn(Connection connection, Copy copy) {
        PostgresqlConnection driver = driver(connection);
        return driver == null
                ? null
                : types -> {
                    ByteBuf binary = CopyBinary.of(copy, types);
                    return binary == null
                            ? driver.copyIn(
                                    copy.sql().text(), Mono.just(Unpooled.wrappedBuffer(CopyText.of(copy.rows()))))
                            : driver.copyIn(copy.sql().text() + CopyBinary.OPTION, Mono.just(binary));
                };
    }

    /**
     * Cancels what runs on the connection; null where the connection is another driver's.
     *
     * <p>The request goes over a connection of its own, which the server closes after it has sent the signal; libpq waits for
     * that in {@code PQcancel} for the same reason. The driver completes when that connection is closed.
     */
    static @Nullable Publisher<Void> cancelRequest(Connection connection) {
        PostgresqlConnection driver = driver(connection);
        return driver == null ? null : driver.cancelRequest();
    }

    /** Below a pool, or whatever else wraps it. */
    private static @Nullable PostgresqlConnection driver(Connection connection) {
        if (connection instanceof PostgresqlConnection driver) {
            return driver;
        }
        return connection instanceof Wrapped<?> wrapped ? wrapped.unwrap(PostgresqlConnection.class) : null;
    }
}
