package dev.ilana.dialect;

import dev.ilana.sql.Copy;
import dev.ilana.sql.SqlType;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** PostgreSQL by r2dbc-postgresql. Error codes: PostgreSQL documentation, appendix A. */
final class PostgreSql extends Dialect {

    private static final Pattern CONSTRAINT = Pattern.compile("constraint \"([^\"]+)\"");
    private static final Pattern COLUMN = Pattern.compile("column \"([^\"]+)\"");

    /**
     * The types that the driver is asked for by class: left to itself it gives JSON as a class of its own, and reads the others by
     * other codecs than {@code dialect.binary}'s.
     */
    private static final Map<String, SqlType> ASKED_FOR = Map.of(
            "JSON", SqlType.JSON,
            "JSONB", SqlType.JSON,
            "NUMERIC", SqlType.DECIMAL,
            "TEXT", SqlType.STRING,
            "TIMESTAMPTZ", SqlType.INSTANT,
            "VARCHAR", SqlType.STRING);

    PostgreSql() {
        super(
                "PostgreSQL",
                new Driver(
                        "postgresql",
                        "org.postgresql:r2dbc-postgresql",
                        false,
                        Map.of(
                                // Parsing timestamps out of text is most of the CPU of a large read.
                                "forceBinary",
                                true,
                                // The driver's cache of prepared statements has no bound of its own.
                                "preparedStatementCacheQueries",
                                256,
                                // The zone would be the JVM's.
                                "timeZone",
                                "UTC")),
                new PostgreSqlGrammar(),
                EnumSet.of(
                        Capability.RETURNING,
                        Capability.KEYS_OF_MANY,
                        Capability.ARRAY_BINDING,
                        Capability.SERVER_CURSOR,
                        Capability.SNAPSHOT,
                        Capability.READ_ONLY_TRANSACTION,
                        Capability.TRANSACTIONAL_DDL,
                        Capability.SERIALIZABLE,
                        Capability.SERVER,
                        Capability.FULL_TEXT,
                        Capability.LATERAL,
                        Capability.FULL_JOIN,
                        Capability.DISTINCT_ON,
                        Capability.SHARED_LOCK,
                        Capability.INSERT_IGNORE,
                        Capability.STATEMENT_TIMEOUT,
                        Capability.SESSION_LOCK,
                        Capability.ARRAY_COLUMN,
                        Capability.NETWORK_COLUMN,
                        Capability.SEQUENCE,
                        Capability.USER_TYPE,
                        Capability.COLUMN_COLLATION,
                        Capability.PARTIAL_INDEX,
                        Capability.EXPRESSION_INDEX,
                        Capability.OPERATOR_CLASS,
                        Capability.INDEX_METHOD,
                        Capability.FULLTEXT_LANGUAGE,
                        Capability.CONCURRENT_INDEX,
                        Capability.DEFERRABLE_KEY,
                        Capability.SET_DEFAULT_ACTION,
                        Capability.SCHEMA,
                        Capability.EXTENSION));
        carry(SqlType.JSON, Codec.converting(String.class, PostgreSql::json, json -> json));
        // As text whose type the server takes from the column: the driver knows few of the server's types, and fewer
        // arrays.
        carry(SqlType.OTHER, Codec.ofColumn(Dialect::plain, PostgreSql::ofColumn, () -> untyped(null)));
        carry(
                SqlType.ARRAY,
                Codec.<Object[]>ofColumn(
                        read -> (Object[]) read,
                        array -> untyped(ArrayText.of(array).toString()),
                        () -> untyped(null)));
    }

    private static Object ofColumn(Object value) {
        if (value instanceof Object[] elements) {
            return untyped(ArrayText.of(elements).toString());
        }
        return value instanceof String text ? untyped(text) : value;
    }

    private static Object untyped(@Nullable String text) {
        try {
            return PostgreSqlDriver.untyped(text);
        } catch (NoClassDefFoundError e) {
            // Another driver for PostgreSQL, and this one is not there.
            return text == null ? Parameters.in(String.class) : text;
        }
    }

    /** In binary the driver leaves jsonb's version byte in front; no JSON begins with it. */
    private static String json(String decoded) {
        return !decoded.isEmpty() && decoded.charAt(0) == 1 ? decoded.substring(1) : decoded;
    }

    @Override
    public DriverOption schema(List<String> names) {
        return DriverOption.of(
                names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(",")),
                "schema",
                "currentSchema");
    }

    @Override
    public DriverOption ssl(SslMode mode) {
        return DriverOption.of(mode.name(), "sslMode", "sslmode", "ssl");
    }

    /** As a zone and not as its name: of the name of an offset the driver makes UTC in silence. */
    @Override
    public DriverOption timezone(ZoneId zone) {
        return DriverOption.of(zone, "timeZone");
    }

    @Override
    public DriverOption applicationName(String name) {
        return DriverOption.of(name, "applicationName");
    }

    @Override
    public boolean changesSession(String sql) {
        return SessionWords.change(sql, SessionWords.OF_A_TRANSACTION_IN_POSTGRESQL);
    }

    @Override
    public @Nullable Object readAny(Readable row, int index, ColumnMetadata metadata) {
        SqlType type = ASKED_FOR.get(metadata.getType().getName().toUpperCase(Locale.ROOT));
        return type == null ? super.readAny(row, index, metadata) : codec(type).read(row, index);
    }

    @Override
    public ErrorKind classify(@Nullable String sqlState, int code) {
        String state = sqlState == null ? "" : sqlState;
        return switch (state) {
            case "23505" -> ErrorKind.UNIQUE_VIOLATION;
            case "23503", "23001" -> ErrorKind.FOREIGN_KEY_VIOLATION;
            case "23502" -> ErrorKind.NOT_NULL_VIOLATION;
            case "23514", "23P01" -> ErrorKind.CHECK_VIOLATION;
            case "40P01" -> ErrorKind.DEADLOCK;
            case "40001" -> ErrorKind.SERIALIZATION_FAILURE;
            case "55P03" -> ErrorKind.LOCK_TIMEOUT;
            case "57014" -> ErrorKind.QUERY_TIMEOUT;
            case "57P01", "57P02", "57P03" -> ErrorKind.CONNECTION_LOST;
            default -> state.startsWith("08") ? ErrorKind.CONNECTION_LOST : ErrorKind.BAD_SQL;
        };
    }

    @Override
    public @Nullable String constraintIn(String message) {
        return firstGroup(message, CONSTRAINT, COLUMN);
    }

    @Override
    public @Nullable ConnectionFactory connections(ConnectionFactoryOptions options) {
        try {
            ConnectionFactory own = PostgreSqlDriver.connections(options);
            return own == null ? super.connections(options) : own;
        } catch (NoClassDefFoundError e) {
            return super.connections(options);
        }
    }

    @Override
    public @Nullable Function<Map<String, Long>, Publisher<Long>> copyIn(Connection connection, Copy copy) {
        try {
            return PostgreSqlDriver.copyIn(connection, copy);
        } catch (NoClassDefFoundError e) {
            // Another driver for PostgreSQL, and this one is not there.
            return null;
        }
    }

    @Override
    public @Nullable Publisher<Void> cancelRequest(Connection connection) {
        try {
            return PostgreSqlDriver.cancelRequest(connection);
        } catch (NoClassDefFoundError e) {
            return null;
        }
    }
}
