package dev.ilana.schema.relations;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The relations of the tables of a definition, as their foreign keys have them: on both sides, and over tables between. */
public final class TableRelations {

    private final Map<QualifiedName, TableDefinition> tables = new LinkedHashMap<>();
    private final Map<QualifiedName, RelationNames> relations = new LinkedHashMap<>();

    private TableRelations(SchemaDefinition schema) {
        for (TableDefinition table : schema.tables()) {
            tables.put(table.name(), table);
            relations.put(
                    table.name(),
                    new RelationNames(
                            table.columns().stream().map(ColumnDefinition::name).toList()));
        }
        tables.values().forEach(this::relate);
    }

    public static TableRelations of(SchemaDefinition schema) {
        return new TableRelations(schema);
    }

    /**
     * The relations of a table of the definition, in the order of the keys; models are named as their tables, fields as their
     * columns.
     */
    public List<RelationPlan> of(QualifiedName table) {
        return relationsOf(table).named();
    }

    private RelationNames relationsOf(QualifiedName table) {
        return Objects.requireNonNull(relations.get(table), "each table has them");
    }

    private TableDefinition table(QualifiedName name) {
        return Objects.requireNonNull(tables.get(name), "what is referenced was looked for");
    }

    // What a foreign key means on both sides

    private void relate(TableDefinition table) {
        Optional<JoinTable> join = JoinTable.of(table, tables);
        for (ForeignKeyDefinition key : table.foreignKeys()) {
            if (tables.containsKey(key.referencedTable())) {
                point(table, key);
                if (join.isEmpty()) {
                    pointBack(table, key);
                }
            }
        }
        join.ifPresent(between -> {
            pass(between, between.one(), between.other());
            pass(between, between.other(), between.one());
        });
    }

    private void point(TableDefinition table, ForeignKeyDefinition key) {
        KeyName name = KeyName.of(key);
        relationsOf(table.name())
                .add(
                        name.toOne(),
                        name.joined(name.toOne(), "by", name.columns()),
                        given -> new RelationPlan.Pointer(
                                given, key.referencedTable().toString(), key.columns(), key.referencedColumns()));
    }

    private void pointBack(TableDefinition table, ForeignKeyDefinition key) {
        boolean single = table.areUnique(key.columns());
        KeyName name = KeyName.of(key);
        String base = single
                ? Nouns.singular(table.name().name())
                : Nouns.plural(table.name().name());
        relationsOf(key.referencedTable())
                .add(
                        base,
                        name.joined(base, "by", name.toOne()),
                        given -> new RelationPlan.Inverse(
                                given, table.name().toString(), key.referencedColumns(), key.columns(), single));
    }

    private void pass(JoinTable join, ForeignKeyDefinition here, ForeignKeyDefinition there) {
        KeyName far = KeyName.of(there);
        String base = Nouns.plural(far.toOther());
        String table = join.table().name().name();
        boolean self = here.referencedTable().equals(there.referencedTable());
        String longer =
                self ? far.joined(base, "by", table, KeyName.of(here).columns()) : far.joined(base, "by", table);
        relationsOf(here.referencedTable())
                .add(
                        base,
                        longer,
                        given -> new RelationPlan.Through(
                                given,
                                there.referencedTable().toString(),
                                join.table().name().toString(),
                                inOrderOfKey(here),
                                inOrderOfKey(there)));
    }

    /** The columns that point at a primary key, in the order in which it has its own. */
    private List<String> inOrderOfKey(ForeignKeyDefinition key) {
        IndexDefinition primary = table(key.referencedTable()).primaryKey().orElseThrow();
        return primary.columns().stream()
                .map(column -> key.columns().get(key.referencedColumns().indexOf(column)))
                .toList();
    }
}
