package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.prisma.PrismaField.Generated;
import dev.ilana.schema.prisma.PrismaField.Method;
import org.jspecify.annotations.Nullable;

/**
 * Where a field's value comes from when a new row brings none.
 *
 * @param countsUp whether the database counts it up
 * @param value the database's default; null for none
 * @param generated what a program makes; null where it makes none
 */
record FieldDefault(
        boolean countsUp,
        @Nullable DefaultValue value,
        @Nullable Generated generated) {

    static final FieldDefault NONE = new FieldDefault(false, null, null);

    static final FieldDefault COUNTED = new FieldDefault(true, null, null);

    static FieldDefault of(DefaultValue value) {
        return new FieldDefault(false, value, null);
    }

    static FieldDefault made(Method method, @Nullable Integer argument) {
        return new FieldDefault(false, null, new Generated(method, argument));
    }
}
