package dev.ilana.schema.introspect;

import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import java.util.List;
import java.util.function.Function;

/** One column of a foreign key, with what is true of the whole: an information schema has a row for each. */
record ForeignKeyRow(
        String name,
        String column,
        QualifiedName referencedTable,
        String referencedColumn,
        ReferentialAction onDelete,
        ReferentialAction onUpdate) {

    /** @param action reads the words of an action */
    static ForeignKeyRow of(CatalogRow row, Function<String, ReferentialAction> action) {
        return new ForeignKeyRow(
                row.word("name"),
                row.word("column_name"),
                new QualifiedName(row.text("referenced_schema"), row.word("referenced_table")),
                row.word("referenced"),
                action.apply(row.word("on_delete")),
                action.apply(row.word("on_update")));
    }

    static ForeignKeyDefinition key(List<ForeignKeyRow> rows) {
        ForeignKeyRow first = rows.get(0);
        return ForeignKeyDefinition.of(
                        rows.stream().map(ForeignKeyRow::column).toList(),
                        first.referencedTable,
                        rows.stream().map(ForeignKeyRow::referencedColumn).toList())
                .withName(first.name)
                .withOnDelete(first.onDelete)
                .withOnUpdate(first.onUpdate);
    }
}
