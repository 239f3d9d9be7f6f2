package dev.ilana.schema.dynamic;

import dev.ilana.schema.definition.ColumnDefinition;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A field as a source describes it, before it is a column.
 *
 * @param name its name in code
 * @param words the words that its column may have; {@link Words#NONE} unless it is an enumeration
 * @param generator what a program gives it where a new model has none; null for nothing
 * @param updatedAt whether it is set to the time of each write
 */
record FieldPlan(
        String name,
        ColumnDefinition column,
        Words words,
        @Nullable Supplier<?> generator,
        boolean updatedAt) {}
