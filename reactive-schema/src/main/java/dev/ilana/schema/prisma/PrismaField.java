package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * A field of a model that is a column of its table.
 *
 * @param name its name in code
 * @param type Prisma's word for its type, or the name of an enum; for {@code Unsupported("…")} the type in SQL
 * @param columnType the column's type; of a list, an array
 * @param optional whether it may be null
 * @param ignored whether programs are not to see it
 * @param countsUp whether the database counts it up where a new row brings no value
 * @param generated what a program gives it where a new row brings no value; null where the database does, or nobody
 * @param updatedAt whether a program sets it to the time of each write
 */
public record PrismaField(
        String name,
        String column,
        String type,
        ColumnType columnType,
        boolean list,
        boolean optional,
        boolean ignored,
        boolean countsUp,
        @Nullable Generated generated,
        boolean updatedAt) {

    /**
     * A value that a program makes.
     *
     * @param argument the version of a UUID or CUID, the length of a nano ID; null for the usual one
     */
    public record Generated(Method method, @Nullable Integer argument) {}

    /** How a program makes a value. */
    public enum Method {
        UUID,
        CUID,
        ULID,
        NANOID
    }
}
