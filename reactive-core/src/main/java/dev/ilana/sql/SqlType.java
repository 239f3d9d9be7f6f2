package dev.ilana.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/** The kinds of value a column can hold, each with the one Java class that carries it inside the library. */
public enum SqlType {
    BOOLEAN(Boolean.class),
    SMALLINT(Short.class),
    INTEGER(Integer.class),
    BIGINT(Long.class),
    REAL(Float.class),
    DOUBLE(Double.class),
    DECIMAL(BigDecimal.class),
    STRING(String.class),
    BINARY(byte[].class),
    DATE(LocalDate.class),
    TIME(LocalTime.class),
    DATETIME(LocalDateTime.class),
    /** A point on the time line, kept to the microsecond. */
    INSTANT(Instant.class),
    UUID(UUID.class),
    /** JSON text. */
    JSON(String.class),
    /** Several values of one type, in an array of their class. */
    ARRAY(Object[].class),
    /**
     * What only its database has a type for: carried as the driver has it. A text is taken for what it spells there, so the
     * words of an enumerated type are of this type too.
     */
    OTHER(Object.class),
    /** That of a null which nobody gave a type; it is written and not bound. */
    NULL(Void.class);

    private final Class<?> javaType;

    SqlType(Class<?> javaType) {
        this.javaType = javaType;
    }

    /** Whether only the column says what it is, so that no value of it can stand by itself. */
    public boolean isOfDatabase() {
        return this == ARRAY || this == OTHER;
    }

    /** The class that a value of this type has between a model and a dialect. */
    public Class<?> javaType() {
        return javaType;
    }
}
