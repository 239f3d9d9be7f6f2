package dev.ilana.schema.generate;

import dev.ilana.schema.definition.ColumnDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of a model that read and set its columns, and the enums of their words. */
record ModelMethods(ModelClass model, ModelColumns columns, Imports imports) {

    List<String> methods() {
        return model.table().columns().stream().map(this::methods).toList();
    }

    private String methods(ColumnDefinition column) {
        String name = model.method(column.name());
        String constant = model.column(column.name());
        boolean mayBeNull = column.nullable() && !model.key().contains(column.name());
        String type = mayBeNull ? nullable(columns.javaType(column)) : columns.javaType(column);
        String getter = """
                    public %s %s() {
                        return get(%s);
                    }
                """.formatted(type, name, constant);
        return columns.isSet(column) ? getter + """

                    public %1$s %2$s(%3$s %2$s) {
                        return set(%4$s, %2$s);
                    }
                """.formatted(model.name(), name, type, constant) : getter;
    }

    private String nullable(String type) {
        String annotation = "@" + imports.name(Nullable.class);
        return type.endsWith("[]")
                ? type.substring(0, type.length() - 2) + " " + annotation + " []"
                : annotation + " " + type;
    }

    List<String> enums() {
        return model.table().columns().stream()
                .filter(column -> model.enumOf(column.name()) != null)
                .map(this::enumOf)
                .toList();
    }

    private String enumOf(ColumnDefinition column) {
        return """
                    /** What {@code %s} can be. */
                    public enum %s {
                        %s
                    }
                """.formatted(
                column.name(), model.enumOf(column.name()), String.join(",\n        ", ModelTypeWords.words(column)));
    }
}
