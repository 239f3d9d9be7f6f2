package dev.ilana.error;

import org.jspecify.annotations.Nullable;

/**
 * What a database or its connection answered instead of a result.
 *
 * <p>The message has the SQL and the database's own words with every bound value taken out. The driver's exception
 * may hold those values, so it is not the cause; {@link #driverException()} gives it to who asks.
 */
public abstract class DatabaseException extends IlanaException {

    private final transient Failure failure;

    protected DatabaseException(String what, Failure failure) {
        super(what + failure.describe());
        this.failure = failure;
    }

    /** The statement that failed, with markers in place of values; null when it was not a statement. */
    public final @Nullable String sql() {
        return failure.sql();
    }

    /** The SQLSTATE, null when the driver gave none. */
    public final @Nullable String sqlState() {
        return failure.sqlState();
    }

    /** The database's own error number; 0 where it has none. */
    public final int code() {
        return failure.code();
    }

    /** The driver's exception, which may hold bound values in its message. */
    public final Throwable driverException() {
        return failure.driverException();
    }

    /** The parts of a failure that every database exception carries. */
    public record Failure(
            @Nullable String sql,
            @Nullable String sqlState,
            int code,
            String message,
            @Nullable String constraint,
            Throwable driverException) {

        String describe() {
            StringBuilder text = new StringBuilder(": ").append(message);
            if (sqlState != null || code != 0) {
                text.append(" [").append(sqlState == null ? "no SQLSTATE" : sqlState);
                text.append(code == 0 ? "]" : ", " + code + "]");
            }
            return sql == null
                    ? text.toString()
                    : text.append("; SQL: ").append(sql).toString();
        }
    }
}
