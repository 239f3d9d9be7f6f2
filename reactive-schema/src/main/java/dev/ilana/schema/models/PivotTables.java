package dev.ilana.schema.models;

import dev.ilana.model.Column;
import dev.ilana.model.ModelTable;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.PivotTable;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tables between models that no model is kept for. One that is there stays as it is; one that is not is made where the
 * relation tells all of its columns.
 *
 * @param ofModels the tables of the models
 * @param present what the database has
 */
record PivotTables(SchemaDefinition ofModels, SchemaDefinition present) {

    List<TableDefinition> of(List<ModelTable<?>> models) {
        Map<QualifiedName, TableDefinition> tables = new LinkedHashMap<>();
        for (ModelTable<?> model : models) {
            for (String relation : model.relationNames()) {
                if (model.relation(relation) instanceof BelongsToMany<?, ?> many) {
                    PivotTable pivot = many.pivotTable();
                    QualifiedName name = TableOfModel.name(pivot.name());
                    if (ofModels.table(name).isEmpty() && !tables.containsKey(name)) {
                        table(name, pivot).ifPresent(table -> tables.put(name, table));
                    }
                }
            }
        }
        return List.copyOf(tables.values());
    }

    private Optional<TableDefinition> table(QualifiedName name, PivotTable pivot) {
        return present.table(name)
                .or(() -> pivot.others().isEmpty() ? Optional.of(made(name, pivot)) : Optional.empty());
    }

    private TableDefinition made(QualifiedName name, PivotTable pivot) {
        List<ColumnDefinition> columns = new ArrayList<>();
        Stream.of(pivot.toParent(), pivot.toRelated())
                .flatMap(pointers -> pointers.entrySet().stream())
                .forEach(pointer -> columns.add(pointing(pointer.getKey(), pointer.getValue())));
        List<String> key = columns.stream().map(ColumnDefinition::name).toList();
        pivot.times()
                .forEach(time -> columns.add(
                        ColumnDefinition.of(time, Temporal.of(Moment.TIMESTAMP)).withNullable(true)));
        List<ForeignKeyDefinition> keys = Stream.of(pivot.toParent(), pivot.toRelated())
                .flatMap(pointers -> key(pointers).stream())
                .toList();
        return TableDefinition.of(name, columns, List.of(IndexDefinition.primary(key)))
                .withForeignKeys(keys);
    }

    private ColumnDefinition pointing(String name, Column<?, ?> column) {
        return pointedAt(column)
                .map(key -> ColumnDefinition.of(name, key.type()).withText(key.text()))
                .orElseGet(() -> ColumnDefinition.of(name, ModelTypes.made(column)));
    }

    /** Empty where the table that it would point at is none of these models': it may be another database's. */
    private Optional<ForeignKeyDefinition> key(Map<String, Column<?, ?>> pointers) {
        List<Column<?, ?>> columns = List.copyOf(pointers.values());
        return columns.stream().allMatch(column -> pointedAt(column).isPresent())
                ? Optional.of(ForeignKeyDefinition.of(
                        List.copyOf(pointers.keySet()),
                        TableOfModel.name(columns.get(0).table().tableName()),
                        columns.stream().map(Column::databaseName).toList()))
                : Optional.empty();
    }

    private Optional<ColumnDefinition> pointedAt(Column<?, ?> column) {
        QualifiedName name = TableOfModel.name(column.table().tableName());
        return ofModels.table(name).flatMap(table -> table.column(column.databaseName()));
    }
}
