package dev.ilana.schema.diff;

import dev.ilana.dialect.Dialect;
import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.ddl.Spelling;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.KeyChange.DropForeignKey;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.SequenceDefinition;
import dev.ilana.schema.definition.SequenceLimits;
import dev.ilana.schema.definition.TableChange.DropTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TypeChange.CreateSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * A schema as it is, after its renames, and as it is to be.
 *
 * @param renamed the renames that make the one that is there the one that is compared
 * @param back those back
 */
record SchemaComparison(
        Dialect dialect, SchemaDefinition from, SchemaDefinition to, List<SchemaChange> renamed, Renames back) {

    static SchemaComparison of(Dialect dialect, SchemaDefinition from, SchemaDefinition to, Renames renames) {
        List<SchemaChange> needed = renames.neededIn(from);
        return new SchemaComparison(
                dialect,
                Renames.made(needed, from),
                to,
                needed,
                Renames.of(needed).inverse());
    }

    /** With another schema to become, which has the same names. */
    SchemaComparison to(SchemaDefinition other) {
        return new SchemaComparison(dialect, from, other, renamed, back);
    }

    private Spelling spelling() {
        return DdlGrammar.of(dialect).spelling();
    }

    /** The tables that are there and are to be. */
    List<TableComparison> tables() {
        ColumnLikeness likeness = new ColumnLikeness(spelling());
        return to.tables().stream()
                .flatMap(wanted ->
                        from
                                .table(wanted.name())
                                .map(present -> new TableComparison(present, wanted, likeness))
                                .stream())
                .toList();
    }

    KeyLikeness keys() {
        return new KeyLikeness(spelling());
    }

    Difference difference(Set<Drop> drops, TypeCheckNames typeChecks) {
        Changes changes = new Changes(drops);
        renamed.forEach(rename -> changes.add(Phase.RENAMES, rename));
        wholeParts(from, to, (present, wanted) -> SequenceLimits.of(dialect).isAlready(present, wanted), changes);
        changedTables(changes, typeChecks);
        goneTables(changes);
        return new Difference(dialect, changes.inOrder(), changes.withheld());
    }

    /** The changes that make all of a schema where nothing is. */
    static List<SchemaChange> creation(SchemaDefinition schema) {
        Changes changes = new Changes(Set.of());
        wholeParts(SchemaDefinition.EMPTY, schema, Object::equals, changes);
        return changes.inOrder();
    }

    private static void wholeParts(
            SchemaDefinition from,
            SchemaDefinition to,
            BiPredicate<SequenceDefinition, SequenceDefinition> areAlike,
            Changes changes) {
        schemas(from, to, changes);
        new EnumComparison(from, to).addTo(changes);
        new SequenceComparison(from, to, areAlike).addTo(changes);
        new NewTables(from, to).addTo(changes);
    }

    private static void schemas(SchemaDefinition from, SchemaDefinition to, Changes changes) {
        List<String> present = schemasOf(from);
        schemasOf(to).stream()
                .filter(schema -> !present.contains(schema))
                .forEach(schema -> changes.add(Phase.SCHEMAS, new CreateSchema(schema, true)));
    }

    private static List<String> schemasOf(SchemaDefinition schema) {
        return Stream.of(
                        schema.tables().stream().map(TableDefinition::name),
                        schema.enums().stream().map(EnumDefinition::name),
                        schema.sequences().stream().map(SequenceDefinition::name))
                .flatMap(names -> names)
                .map(QualifiedName::schema)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private void changedTables(Changes changes, TypeCheckNames typeChecks) {
        List<TableComparison> tables = tables();
        Map<QualifiedName, Touched> touched = new HashMap<>();
        tables.forEach(table -> touched.put(table.table(), Touched.in(table, keys())));
        for (TableComparison table : tables) {
            QualifiedName name = table.table();
            table.addTo(
                    changes,
                    column -> typeChecks.of(
                            back.name(name), column.withName(back.column(back.name(name), column.name()))));
            boolean countingKey = table.to().columns().stream()
                    .anyMatch(column -> table.from().column(column.name()).isEmpty() && table.isCountingKey(column));
            new KeyComparison(
                            table.from(),
                            table.to(),
                            keys(),
                            table.gone(),
                            table.retyped(),
                            key -> isTouched(name, key, touched),
                            referenced -> to.table(referenced).isEmpty())
                    .addTo(changes, countingKey);
        }
    }

    /** What changes of a table that a foreign key may stand upon: columns that get another type, keys that go. */
    private record Touched(List<String> retyped, List<List<String>> keysOut) {

        static final Touched NOTHING = new Touched(List.of(), List.of());

        static Touched in(TableComparison table, KeyLikeness keys) {
            return new Touched(
                    table.retyped(),
                    keys.indexes(table.from(), table.to()).onlyInFrom().stream()
                            .map(IndexDefinition::columns)
                            .toList());
        }
    }

    private static boolean isTouched(
            QualifiedName table, ForeignKeyDefinition key, Map<QualifiedName, Touched> touched) {
        Touched own = touched.getOrDefault(table, Touched.NOTHING);
        Touched other = touched.getOrDefault(key.referencedTable(), Touched.NOTHING);
        return key.columns().stream().anyMatch(own.retyped::contains)
                || key.referencedColumns().stream().anyMatch(other.retyped::contains)
                || other.keysOut.contains(key.referencedColumns());
    }

    /** Their foreign keys go first, so that the tables may go in any order, and in circles. */
    private void goneTables(Changes changes) {
        for (TableDefinition table : from.tables()) {
            if (to.table(table.name()).isPresent()) {
                continue;
            }
            changes.drop(
                    Phase.TABLES_OUT,
                    Drop.TABLES,
                    "table \"" + table.name() + "\"",
                    new DropTable(table.name(), false));
            if (changes.allows(Drop.TABLES)) {
                table.foreignKeys().stream()
                        .filter(key -> !key.referencedTable().equals(table.name()))
                        .forEach(key -> changes.add(
                                Phase.FOREIGN_KEYS_OUT, new DropForeignKey(table.name(), key.name(), key.columns())));
            }
        }
    }
}
