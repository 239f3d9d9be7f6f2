package dev.ilana.schema.introspect;

import dev.ilana.schema.definition.ColumnDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A column as it is.
 *
 * @param typeCheck the name of the check that holds it to its type, as an unsigned number's or an enumeration's; null
 *     where the type itself does
 */
public record PresentColumn(
        ColumnDefinition definition, @Nullable String typeCheck) {}
