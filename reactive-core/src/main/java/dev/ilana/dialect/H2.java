package dev.ilana.dialect;

import dev.ilana.sql.SqlType;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** H2 2 by r2dbc-h2. Error codes: H2's {@code org.h2.api.ErrorCode}. */
final class H2 extends Dialect {

    private static final Pattern CONSTRAINT = Pattern.compile("\"?(?:PUBLIC|public)\\.\"?([A-Za-z0-9_$]+)");
    private static final Pattern COLUMN = Pattern.compile("column \"([^\"]+)\"");
    private static final Pattern FOREIGN_KEY = Pattern.compile("violation: \"([A-Za-z0-9_$]+):");
    private static final Pattern CHECK = Pattern.compile("violation: \"([A-Za-z0-9_$]+)");

    H2() {
        super(
                "H2",
                new Driver(
                        "h2",
                        "io.r2dbc:r2dbc-h2",
                        true,
                        Map.of(
                                // A database in memory would vanish with its last connection.
                                "DB_CLOSE_DELAY",
                                "-1",
                                // Names that nobody quoted are lower case, as on PostgreSQL. The zone would be the
                                // JVM's.
                                Driver.SETTINGS,
                                "DATABASE_TO_LOWER=TRUE;TIME ZONE=UTC")),
                new H2Grammar(),
                EnumSet.of(
                        Capability.KEYS_OF_MANY,
                        Capability.ARRAY_BINDING,
                        Capability.ARRAY_COLUMN,
                        Capability.CURRENT_ON_UPDATE,
                        Capability.SEQUENCE,
                        Capability.COLUMN_AFTER,
                        Capability.SET_DEFAULT_ACTION,
                        Capability.SCHEMA));
        // A varbinary is read as bytes only, a blob as a buffer only.
        carry(
                SqlType.BINARY,
                Codec.readingAny(
                        byte[].class, read -> read instanceof ByteBuffer buffer ? bytes(buffer) : (byte[]) read));
    }

    @Override
    public DriverOption schema(List<String> names) {
        List<String> quoted = names.stream().map(name -> "\"" + name + "\"").toList();
        return DriverOption.of(
                "SCHEMA=" + quoted.get(0) + ";SCHEMA_SEARCH_PATH=" + String.join(",", quoted), Driver.SETTINGS);
    }

    @Override
    public DriverOption timezone(ZoneId zone) {
        return DriverOption.of("TIME ZONE=" + zone.normalized(), Driver.SETTINGS);
    }

    /** In milliseconds, as its driver has no option of its own for it. */
    @Override
    public DriverOption statementTimeout(Duration timeout) {
        return DriverOption.of("QUERY_TIMEOUT=" + timeout.toMillis(), Driver.SETTINGS);
    }

    @Override
    public DriverOption lockTimeout(Duration timeout) {
        return DriverOption.of("LOCK_TIMEOUT=" + timeout.toMillis(), Driver.SETTINGS);
    }

    @Override
    public boolean blocksSubscriber() {
        return true;
    }

    /** Told of an isolation, the driver changes how the whole database locks. */
    @Override
    public String sessionIsolation(IsolationLevel level) {
        return "set session characteristics as transaction isolation level " + level.asSql();
    }

    @Override
    public @Nullable Object readAny(Readable row, int index, ColumnMetadata metadata) {
        return switch (metadata.getType().getName()) {
            case "CLOB", "CHARACTER LARGE OBJECT" -> row.get(index, String.class);
            default -> super.readAny(row, index, metadata);
        };
    }

    @Override
    public ErrorKind classify(@Nullable String sqlState, int code) {
        return switch (code) {
            case 23505 -> ErrorKind.UNIQUE_VIOLATION;
            case 23503, 23506 -> ErrorKind.FOREIGN_KEY_VIOLATION;
            case 23502 -> ErrorKind.NOT_NULL_VIOLATION;
            case 23513, 23514 -> ErrorKind.CHECK_VIOLATION;
            case 40001 -> ErrorKind.DEADLOCK;
            case 90131 -> ErrorKind.SERIALIZATION_FAILURE;
            case 50200 -> ErrorKind.LOCK_TIMEOUT;
            case 57014 -> ErrorKind.QUERY_TIMEOUT;
            case 90067, 90098, 90121 -> ErrorKind.CONNECTION_LOST;
            default -> ErrorKind.BAD_SQL;
        };
    }

    /**
     * H2 shows the key that was refused, and appends the whole statement. A value it writes as SQL, and cuts a long one; names
     * are in double quotes.
     */
    @Override
    public String withoutData(String message) {
        return message.replaceAll("(?s); SQL statement:.*", "")
                .replaceAll("(?s) VALUES \\( .* \\)", "")
                .replaceAll("(?s) \\( /\\* key:.*\\)", "")
                .replaceAll("(?s)(REFERENCES [^)]*\\)) \\(.*\\)", "$1")
                // Quotes within a literal, first: a pattern of alternatives would need stack for each of its
                // characters.
                .replace("''", "")
                .replaceAll("(?s)(?<![\\p{L}'])(?:U&)?'[^']*+(?:'|$)", "?");
    }

    @Override
    public @Nullable String constraintIn(String message) {
        return message.contains("NULL not allowed")
                ? firstGroup(message, COLUMN)
                : firstGroup(message, FOREIGN_KEY, CONSTRAINT, CHECK);
    }
}
