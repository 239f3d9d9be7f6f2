package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.prisma.syntax.Line.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A model that is written: its table, its fields by their columns, and what can't be said of it. */
final class Written {

    private final TableDefinition table;
    private final String model;
    private final CodeNames names = new CodeNames();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<Field> relations = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Written(TableDefinition table, String model) {
        this.table = table;
        this.model = model;
    }

    TableDefinition table() {
        return table;
    }

    QualifiedName name() {
        return table.name();
    }

    String model() {
        return model;
    }

    /** The names of its fields. */
    CodeNames names() {
        return names;
    }

    void add(ColumnDefinition column, Field field) {
        fields.put(column.name(), field);
    }

    /** A field that is another model. */
    void add(Field relation) {
        relations.add(relation);
    }

    /** What can't be said in a Prisma file. */
    void note(String what) {
        notes.add(what);
    }

    Field field(String column) {
        return Objects.requireNonNull(fields.get(column), "each column has a field");
    }

    String fieldName(String column) {
        return field(column).name().text();
    }

    List<String> fieldNames(List<String> columns) {
        return columns.stream().map(this::fieldName).toList();
    }

    List<Field> fields() {
        return List.copyOf(fields.values());
    }

    List<Field> relations() {
        return relations;
    }

    List<String> notes() {
        return notes;
    }

    boolean isOptional(String column) {
        return table.column(column).map(ColumnDefinition::nullable).orElse(false);
    }

    /** Whether no two rows have the same in these columns, whichever their order. */
    boolean areUnique(List<String> columns) {
        return table.indexes().stream()
                .anyMatch(index -> KeyWriter.isSayable(index)
                        && KeyWriter.isUnique(index)
                        && index.columns().size() == columns.size()
                        && index.columns().containsAll(columns));
    }

    /** Whether some key tells its rows apart; a model without one must be ignored. */
    boolean isIdentified() {
        return table.indexes().stream()
                .anyMatch(index -> KeyWriter.isSayable(index)
                        && KeyWriter.isUnique(index)
                        && index.columns().stream().noneMatch(this::isOptional));
    }

    /** The column that is the primary key; empty where that is of several, or there is none. */
    Optional<String> singleKey() {
        return table.primaryKey()
                .filter(key -> key.columns().size() == 1)
                .map(key -> key.columns().get(0));
    }
}
