package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * What one value of a field is.
 *
 * @param word as the file names it
 * @param scalar null for a value of an enum, and for a type that Prisma does not have
 * @param values the enum; null for what is none
 */
record FieldKind(
        String word,
        ColumnType type,
        @Nullable Scalar scalar,
        @Nullable PrismaEnum values) {}
