package dev.ilana.dialect;

import dev.ilana.sql.SqlType;
import io.r2dbc.spi.ColumnMetadata;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** MySQL 8 by io.asyncer r2dbc-mysql. Error codes: MySQL server error message reference. */
class MySql extends Dialect {

    private static final Pattern UNIQUE = Pattern.compile("for key '(?:[^'.]*\\.)?([^']+)'$");
    private static final Pattern FOREIGN = Pattern.compile("CONSTRAINT [`'\"]([^`'\"]+)[`'\"]");
    private static final Pattern COLUMN = Pattern.compile("(?:Column|Field) '([^']+)'");
    private static final Pattern CHECK =
            Pattern.compile("(?:Check constraint|CONSTRAINT) [`'](?:[^`']*\\.)?([^`']+)[`']");

    /** One driver serves MySQL and MariaDB under the one name. */
    private static final Driver DRIVER = new Driver(
            "mysql",
            "io.asyncer:r2dbc-mysql",
            false,
            Map.of(
                    // Otherwise the driver writes the values into the text by itself.
                    "useServerPrepareStatement",
                    true,
                    "prepareCacheSize",
                    256,
                    // Otherwise instants shift by the zone of whichever side differs.
                    "connectionTimeZone",
                    "UTC",
                    "forceConnectionTimeZoneToSession",
                    true));

    private static final Kill KILL = new Kill(
            "select connection_id(), concat_ws('/', @@hostname, @@port, @@server_id)", "kill query ", "kill ", "do 0");

    MySql() {
        this("MySQL", new MySqlGrammar(), EnumSet.of(Capability.LATERAL, Capability.EXPRESSION_INDEX));
    }

    /** @param more what this one of the family can do and another can't */
    MySql(String name, Grammar grammar, Set<Capability> more) {
        super(name, DRIVER, grammar, and(more));
        // Instants are kept in DATETIME columns as UTC, so neither the session's nor the server's zone can shift them.
        carry(
                SqlType.INSTANT,
                Codec.<LocalDateTime, java.time.Instant>converting(
                        LocalDateTime.class,
                        time -> time.toInstant(ZoneOffset.UTC),
                        instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
        // The driver knows a boolean by the width of its column, which what is computed has not.
        carry(
                SqlType.BOOLEAN,
                Codec.readingAny(
                        Boolean.class, read -> read instanceof Boolean bool ? bool : ((Number) read).intValue() != 0));
        // The driver has no codec for UUID.
        carry(SqlType.UUID, Codec.<String, UUID>converting(String.class, UUID::fromString, UUID::toString));
    }

    @Override
    public DriverOption ssl(SslMode mode) {
        return DriverOption.of(
                switch (mode) {
                    case DISABLE -> "DISABLED";
                    case REQUIRE -> "REQUIRED";
                    case VERIFY_CA -> "VERIFY_CA";
                    case VERIFY_FULL -> "VERIFY_IDENTITY";
                },
                "sslMode",
                "ssl");
    }

    @Override
    public DriverOption timezone(ZoneId zone) {
        return DriverOption.of(zone.normalized().getId(), "connectionTimeZone", "serverZoneId");
    }

    /** An ENUM and a SET are sorted by the position of their words and compared by the words themselves. */
    @Override
    public boolean comparesAsItSorts(ColumnMetadata column) {
        String type = column.getType().getName();
        return !type.equals("ENUM") && !type.equals("SET");
    }

    private static Set<Capability> and(Set<Capability> more) {
        Set<Capability> all = EnumSet.of(
                Capability.SERVER,
                Capability.SNAPSHOT,
                Capability.READ_ONLY_TRANSACTION,
                Capability.FULL_TEXT,
                Capability.SHARED_LOCK,
                Capability.INSERT_IGNORE,
                Capability.STATEMENT_TIMEOUT,
                Capability.SESSION_LOCK,
                Capability.SET_COLUMN,
                Capability.VIRTUAL_COLUMN,
                Capability.CURRENT_ON_UPDATE,
                Capability.COLUMN_COLLATION,
                Capability.COLUMN_CHARSET,
                Capability.COLUMN_AFTER,
                Capability.COLUMN_PLACE,
                Capability.TABLE_OPTION,
                Capability.PREFIX_INDEX,
                Capability.ONLINE_DDL);
        all.addAll(more);
        return all;
    }

    @Override
    public @Nullable String mistakenFor(String serverVersion) {
        return serverVersion.contains("MariaDB") ? "MariaDB" : null;
    }

    @Override
    public ErrorKind classify(@Nullable String sqlState, int code) {
        return switch (code) {
            case 1062, 1586 -> ErrorKind.UNIQUE_VIOLATION;
            case 1216, 1217, 1451, 1452 -> ErrorKind.FOREIGN_KEY_VIOLATION;
            case 1048, 1364 -> ErrorKind.NOT_NULL_VIOLATION;
            case 3819, 4025 -> ErrorKind.CHECK_VIOLATION;
            case 1213 -> ErrorKind.DEADLOCK;
            case 1205, 3572 -> ErrorKind.LOCK_TIMEOUT;
            case 1317, 1969, 3024 -> ErrorKind.QUERY_TIMEOUT;
            case 1053, 1927, 2006, 2013, 4031 -> ErrorKind.CONNECTION_LOST;
            default -> sqlState != null && sqlState.startsWith("08") ? ErrorKind.CONNECTION_LOST : ErrorKind.BAD_SQL;
        };
    }

    /** MySQL shows the value that was there already, one that does not fit, cut where it is long, and what follows a mistake in the text. */
    @Override
    public String withoutData(String message) {
        return message.replaceAll("(?s)Duplicate entry '.*' for key", "Duplicate entry for key")
                .replaceAll("(?s)(ncorrect [\\w ()]+ value): '.*'( for|$)", "$1$2")
                .replaceAll("(?s)(Illegal \\w+) '.*' value", "$1 value")
                .replaceAll("(?s) near '.*' at line", " at line");
    }

    @Override
    public Kill kill() {
        return KILL;
    }

    /** Its error may be lost with the connection, which it closes while the statement is still coming in. */
    @Override
    public String statementLimit() {
        return "max_allowed_packet";
    }

    @Override
    public @Nullable String constraintIn(String message) {
        return firstGroup(message, UNIQUE, FOREIGN, CHECK, COLUMN);
    }
}
