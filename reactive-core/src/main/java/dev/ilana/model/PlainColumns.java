package dev.ilana.model;

import dev.ilana.cast.BytesCast;
import dev.ilana.sql.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/**
 * The words of a {@link ModelTable} for columns whose values are stored as they are.
 *
 * @param <M> the model
 */
public abstract class PlainColumns<M extends Model<M>> extends CastColumns<M> {

    PlainColumns() {}

    abstract <T> Column<M, T> plain(String column, SqlType type, Class<T> javaType);

    public final Column<M, String> string(String column) {
        return plain(column, SqlType.STRING, String.class);
    }

    /** A {@link #string} of any length. */
    public final Column<M, String> text(String column) {
        return string(column).maxLength(Integer.MAX_VALUE);
    }

    public final Column<M, Short> smallInteger(String column) {
        return plain(column, SqlType.SMALLINT, Short.class);
    }

    public final Column<M, Integer> integer(String column) {
        return plain(column, SqlType.INTEGER, Integer.class);
    }

    public final Column<M, Long> bigInteger(String column) {
        return plain(column, SqlType.BIGINT, Long.class);
    }

    /** A key of another table. */
    public final Column<M, Long> foreignId(String column) {
        return bigInteger(column);
    }

    public final Column<M, BigDecimal> decimal(String column) {
        return plain(column, SqlType.DECIMAL, BigDecimal.class);
    }

    public final Column<M, Float> real(String column) {
        return plain(column, SqlType.REAL, Float.class);
    }

    public final Column<M, Double> doublePrecision(String column) {
        return plain(column, SqlType.DOUBLE, Double.class);
    }

    public final Column<M, Boolean> bool(String column) {
        return plain(column, SqlType.BOOLEAN, Boolean.class);
    }

    public final Column<M, LocalDate> date(String column) {
        return plain(column, SqlType.DATE, LocalDate.class);
    }

    public final Column<M, LocalTime> time(String column) {
        return plain(column, SqlType.TIME, LocalTime.class);
    }

    /** A date and time of no zone. */
    public final Column<M, LocalDateTime> dateTime(String column) {
        return plain(column, SqlType.DATETIME, LocalDateTime.class);
    }

    /** A point in time, to the microsecond. */
    public final Column<M, Instant> timestamp(String column) {
        return plain(column, SqlType.INSTANT, Instant.class);
    }

    public final Column<M, UUID> uuid(String column) {
        return plain(column, SqlType.UUID, UUID.class);
    }

    public final Column<M, byte[]> binary(String column) {
        return column(column, new BytesCast());
    }
}
