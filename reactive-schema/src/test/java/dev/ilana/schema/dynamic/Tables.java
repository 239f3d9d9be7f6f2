package dev.ilana.schema.dynamic;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Definitions of tables in a few words: {@code table("posts", "id", "author_id").key("author_id", "users", "id")}. */
record Tables(TableDefinition definition) {

    /** Of integer columns, the first of which is the key. */
    static Tables table(String name, String... columns) {
        return new Tables(TableDefinition.of(
                        QualifiedName.of(name),
                        Arrays.stream(columns).map(Tables::integer).toList(),
                        List.of()))
                .index(IndexDefinition.primary(List.of(columns[0])));
    }

    static ColumnDefinition integer(String name) {
        return ColumnDefinition.of(name, new Integral(Size.NORMAL, false));
    }

    static SchemaDefinition schema(Tables... tables) {
        return new SchemaDefinition(
                Arrays.stream(tables).map(Tables::definition).toList(), List.of());
    }

    /** With another primary key. */
    Tables primary(String... columns) {
        return withIndexes(List.of(IndexDefinition.primary(List.of(columns))));
    }

    Tables withoutKey() {
        return withIndexes(List.of());
    }

    Tables unique(String... columns) {
        return index(IndexDefinition.unique(List.of(columns)));
    }

    Tables index(IndexDefinition index) {
        List<IndexDefinition> all = new ArrayList<>(definition.indexes());
        all.add(index);
        return withIndexes(all);
    }

    /** A foreign key of one column. */
    Tables key(String column, String table, String referenced) {
        return key(List.of(column), table, List.of(referenced));
    }

    Tables key(List<String> columns, String table, List<String> referenced) {
        List<ForeignKeyDefinition> all = new ArrayList<>(definition.foreignKeys());
        all.add(ForeignKeyDefinition.of(columns, QualifiedName.of(table), referenced));
        return new Tables(definition.withForeignKeys(all));
    }

    private Tables withIndexes(List<IndexDefinition> indexes) {
        return new Tables(TableDefinition.of(definition.name(), definition.columns(), indexes)
                .withForeignKeys(definition.foreignKeys()));
    }
}
