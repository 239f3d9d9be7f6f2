package dev.ilana.schema.diff;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Dialect;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaDefinition;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Finds what makes one schema another. It takes nothing away, and takes nothing for another thing's new name, unless it is
 * told to.
 *
 * <pre>{@code
 * SchemaDiff.create().dropping(Drop.COLUMNS).renamingColumn("users", "name", "full_name").on(database, wanted)
 * }</pre>
 */
public final class SchemaDiff {

    private static final SchemaDiff CAREFUL = new SchemaDiff(Set.of(), Renames.NONE, Set.of());

    private final Set<Drop> drops;
    private final Renames renames;
    private final Set<QualifiedName> ignored;

    private SchemaDiff(Set<Drop> drops, Renames renames, Set<QualifiedName> ignored) {
        this.drops = drops;
        this.renames = renames;
        this.ignored = ignored;
    }

    /** The changes that make all of the schema where nothing is, on any database, in the order to make them. */
    public static List<SchemaChange> creationOf(SchemaDefinition schema) {
        return SchemaComparison.creation(schema);
    }

    /** One that drops and renames nothing. */
    public static SchemaDiff create() {
        return CAREFUL;
    }

    /** Drops these too, where the wanted schema does not have them. */
    public SchemaDiff dropping(Drop... kinds) {
        Set<Drop> all = EnumSet.noneOf(Drop.class);
        all.addAll(drops);
        all.addAll(List.of(kinds));
        return new SchemaDiff(all, renames, ignored);
    }

    /**
     * The table has another name now, where it still has the old one.
     *
     * @param table with its schema, where it has one
     * @param newName without it
     */
    public SchemaDiff renamingTable(String table, String newName) {
        return new SchemaDiff(drops, renames.table(QualifiedName.of(table), newName), ignored);
    }

    /**
     * The column has another name now, where it still has the old one.
     *
     * @param table by its new name, where that has changed too
     */
    public SchemaDiff renamingColumn(String table, String column, String newName) {
        return new SchemaDiff(drops, renames.column(QualifiedName.of(table), column, newName), ignored);
    }

    /** Looks at all tables but these, as if neither schema had them. */
    public SchemaDiff ignoring(String... tables) {
        Set<QualifiedName> all = new HashSet<>(ignored);
        for (String table : tables) {
            all.add(QualifiedName.of(table));
        }
        return new SchemaDiff(drops, renames, all);
    }

    /** Whether it drops these. */
    public boolean drops(Drop kind) {
        return drops.contains(kind);
    }

    /** Whether that is the former name of a table. */
    public boolean renames(QualifiedName table) {
        return renames.tables().containsKey(table);
    }

    /** What makes the first definition the second, to a database of that dialect. */
    public Difference between(Dialect dialect, SchemaDefinition from, SchemaDefinition to) {
        return SchemaComparison.of(dialect, seen(from), seen(to), renames)
                .difference(drops, TypeCheckNames.ofConvention(dialect));
    }

    /**
     * What makes the database's schema the wanted one. Where texts of SQL differ, the database is asked for its own writing of
     * the wanted ones, by a table that is made for the question and dropped again; so it takes the right to make one.
     */
    public Mono<Difference> on(Database database, SchemaSource wanted) {
        return new LiveComparison(database, this::seen, renames, drops).difference(wanted);
    }

    /** The same of a definition. */
    public Mono<Difference> on(Database database, SchemaDefinition wanted) {
        return on(database, SchemaSource.of(wanted));
    }

    private SchemaDefinition seen(SchemaDefinition schema) {
        return schema.filterTables(table -> !ignored.contains(table.name()) && !ScratchTable.isOne(table.name()));
    }
}
