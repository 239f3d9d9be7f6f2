package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.prisma.syntax.Line.Field;

/** A field that is a column, and all that was said of it. */
record ColumnField(Field line, Attributes attributes, PrismaField field, ColumnDefinition definition) {

    String column() {
        return definition.name();
    }
}
