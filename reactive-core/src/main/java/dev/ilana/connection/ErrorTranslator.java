package dev.ilana.connection;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.ErrorKind;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.CheckViolationException;
import dev.ilana.error.ConnectionLostException;
import dev.ilana.error.DatabaseException.Failure;
import dev.ilana.error.DeadlockException;
import dev.ilana.error.ForeignKeyViolationException;
import dev.ilana.error.IlanaException;
import dev.ilana.error.LockTimeoutException;
import dev.ilana.error.NotNullViolationException;
import dev.ilana.error.QueryTimeoutException;
import dev.ilana.error.SerializationFailureException;
import dev.ilana.error.TransactionAbortedException;
import dev.ilana.error.TransactionOutcomeUnknownException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Value;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Turns what a driver throws into this library's exceptions, by the dialect's table. */
final class ErrorTranslator {

    /** Servers take this much: from here on its size may be what was wrong with a statement. */
    private static final long LARGE = 1_000_000;

    private final Dialect dialect;

    ErrorTranslator(Dialect dialect) {
        this.dialect = dialect;
    }

    /** An error of a statement. */
    Throwable ofStatement(Throwable error, @Nullable Sql sql) {
        if (error instanceof IlanaException) {
            return error;
        }
        Failure failure = failure(error, sql);
        return switch (kind(error)) {
            case UNIQUE_VIOLATION -> new UniqueViolationException(failure);
            case FOREIGN_KEY_VIOLATION -> new ForeignKeyViolationException(failure);
            case NOT_NULL_VIOLATION -> new NotNullViolationException(failure);
            case CHECK_VIOLATION -> new CheckViolationException(failure);
            case DEADLOCK -> new DeadlockException(failure);
            case SERIALIZATION_FAILURE -> new SerializationFailureException(failure);
            case LOCK_TIMEOUT -> new LockTimeoutException(failure);
            case QUERY_TIMEOUT -> new QueryTimeoutException(failure);
            case CONNECTION_LOST -> new ConnectionLostException(failure);
            case BAD_SQL -> new BadSqlException(failure);
        };
    }

    /** An error of COMMIT: a lost connection leaves the outcome open, and what names no cause of its own was aborted. */
    Throwable ofCommit(Throwable error) {
        if (error instanceof IlanaException) {
            return error;
        }
        return switch (kind(error)) {
            case CONNECTION_LOST -> new TransactionOutcomeUnknownException(failure(error, Sql.of("COMMIT")));
            case BAD_SQL -> new TransactionAbortedException(failure(error, Sql.of("COMMIT")));
            default -> ofStatement(error, Sql.of("COMMIT"));
        };
    }

    Failure failure(Throwable error, @Nullable Sql sql) {
        String message = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        String state = error instanceof R2dbcException r2dbc ? r2dbc.getSqlState() : null;
        int code = error instanceof R2dbcException r2dbc ? r2dbc.getErrorCode() : 0;
        String constraint = dialect.constraintIn(message);
        String words = redacted(message, sql) + largeness(error, sql);
        return new Failure(sql == null ? null : sql.text(), state, code, words, constraint, error);
    }

    /** A server that hangs up at a statement says why only to who reads it in time. */
    private String largeness(Throwable error, @Nullable Sql sql) {
        String limit = dialect.statementLimit();
        if (limit == null || sql == null || kind(error) != ErrorKind.CONNECTION_LOST) {
            return "";
        }
        long size = sql.text().length()
                + sql.bindings().stream().mapToLong(ErrorTranslator::size).sum();
        return size < LARGE
                ? ""
                : "; the statement has " + size / LARGE
                        + " MB and more, and the server hangs up at one that is beyond its " + limit;
    }

    private static long size(Value value) {
        return value.value() instanceof String text
                ? text.length()
                : value.value() instanceof byte[] bytes ? bytes.length : 0;
    }

    private ErrorKind kind(Throwable error) {
        if (error instanceof R2dbcException r2dbc) {
            ErrorKind kind = dialect.classify(r2dbc.getSqlState(), r2dbc.getErrorCode());
            // A link that breaks has no code: then the class is all there is.
            boolean uncoded = r2dbc.getSqlState() == null && r2dbc.getErrorCode() == 0;
            return uncoded && error instanceof R2dbcNonTransientResourceException ? ErrorKind.CONNECTION_LOST : kind;
        }
        return error instanceof IOException || error.getCause() instanceof IOException
                ? ErrorKind.CONNECTION_LOST
                : ErrorKind.BAD_SQL;
    }

    /** Databases repeat values in their messages; each one that was bound is taken out, the longest first. */
    private String redacted(String message, @Nullable Sql sql) {
        String text = dialect.withoutData(message);
        if (sql == null) {
            return text;
        }
        List<String> values = sql.bindings().stream()
                .map(Value::value)
                .flatMap(ErrorTranslator::elements)
                .map(String::valueOf)
                // A message is short; what it can't hold need not be looked for.
                .filter(value -> !value.isEmpty() && value.length() <= message.length())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String value : values) {
            text = without(text, value);
        }
        return text;
    }

    private static Stream<?> elements(@Nullable Object value) {
        if (value instanceof Object[] array) {
            return Arrays.stream(array);
        }
        return value instanceof Iterable<?> array
                ? StreamSupport.stream(array.spliterator(), false)
                : Stream.ofNullable(value);
    }

    private static String without(String text, String value) {
        StringBuilder result = new StringBuilder(text);
        for (int at = result.indexOf(value); at >= 0; at = result.indexOf(value, at + 1)) {
            int end = at + value.length();
            boolean standsAlone = (at == 0 || !Character.isLetterOrDigit(result.charAt(at - 1)))
                    && (end == result.length() || !Character.isLetterOrDigit(result.charAt(end)));
            if (standsAlone || value.length() > 4) {
                result.replace(at, end, "?");
            }
        }
        return result.toString();
    }
}
