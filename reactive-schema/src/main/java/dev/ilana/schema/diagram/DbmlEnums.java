package dev.ilana.schema.diagram;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The enumerations of a schema: those that stand by themselves, then those that only columns tell of. */
record DbmlEnums(SchemaDefinition schema) {

    /** An enum each, once. */
    Stream<String> blocks() {
        Map<String, List<String>> enums = new LinkedHashMap<>();
        for (EnumDefinition type : schema.enums()) {
            enums.put(DbmlText.name(type.name()), type.values());
        }
        for (TableDefinition table : schema.tables()) {
            for (ColumnDefinition column : table.columns()) {
                if (column.type() instanceof Enumeration enumeration) {
                    enums.putIfAbsent(name(table, column, enumeration), enumeration.values());
                }
            }
        }
        return enums.entrySet().stream().map(one -> block(one.getKey(), one.getValue()));
    }

    /** The name of the column's enumeration; empty when it is of another type. */
    static Optional<String> nameOf(TableDefinition table, ColumnDefinition column) {
        return column.type() instanceof Enumeration enumeration
                ? Optional.of(name(table, column, enumeration))
                : Optional.empty();
    }

    /** The name of a table and its column has a dot, so that no type that stands by itself is called so. */
    private static String name(TableDefinition table, ColumnDefinition column, Enumeration enumeration) {
        if (enumeration.typeName() != null) {
            return DbmlText.name(enumeration.typeName());
        }
        String own = DbmlText.name(table.name().name() + "." + column.name());
        String schema = table.name().schema();
        return schema == null ? own : DbmlText.name(schema) + "." + own;
    }

    private static String block(String name, List<String> values) {
        return values.stream()
                .map(value -> "  " + DbmlText.name(value) + "\n")
                .collect(Collectors.joining("", "Enum " + name + " {\n", "}\n"));
    }
}
