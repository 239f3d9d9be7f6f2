package dev.ilana.dialect;

import dev.ilana.dialect.binary.BinaryCodecs;
import dev.ilana.dialect.binary.CopyBinary;
import dev.ilana.sql.Copy;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Wrapped;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** What PostgreSQL's driver has and R2DBC has no word for. Whoever loads this class has the driver. */
final class PostgreSqlDriver {

    /** What may give many rows. For the one of an aggregate a second round trip would not pay. */
    private static final Pattern ROWS = Pattern.compile(
            "\\s*(?:fetch|with|select(?!\\s+(?:count|exists|min|max|sum|avg|1)\\b))\\b", Pattern.CASE_INSENSITIVE);

    private static final Option<Object> FETCH_SIZE = Option.valueOf("fetchSize");

    private PostgreSqlDriver() {}

    /** A text, or a null, that is of the type which the server finds for its place. */
    static Object untyped(@Nullable String text) {
        return text == null
                ? Parameters.in(PostgresqlObjectId.UNSPECIFIED)
                : Parameters.in(PostgresqlObjectId.UNSPECIFIED, text);
    }

    /** Connections that read by {@link BinaryCodecs}; null where the driver is another one. */
    static @Nullable ConnectionFactory connections(ConnectionFactoryOptions options) {
        if (!new PostgresqlConnectionFactoryProvider().supports(options)) {
            return null;
        }
        var configuration = PostgresqlConnectionFactoryProvider.builder(options).codecRegistrar(new BinaryCodecs());
        return new PostgresqlConnectionFactory(
                (options.hasOption(FETCH_SIZE) ? configuration : configuration.fetchSize(PostgreSqlDriver::fetchSize))
                        .build());
    }

    /**
     * Without a parameter the driver takes the simple protocol, whose results are text. A fetch size makes it take the other one,
     * here one that is larger than any result; at its end that takes one more round trip. (With the driver's {@code
     * compatibilityMode} it would not outside of a transaction; within one, a statement that fails would leave the transaction failed
     * though it is rolled back to a savepoint.)
     */
    static int fetchSize(String sql) {
        // Of each statement: most have a parameter.
        return sql.indexOf('$') < 0 && sql.indexOf(';') < 0 && ROWS.matcher(sql).lookingAt() ? Integer.MAX_VALUE : 0;
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
