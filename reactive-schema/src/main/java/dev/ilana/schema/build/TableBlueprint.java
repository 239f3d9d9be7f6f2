package dev.ilana.schema.build;

import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaChange.DropColumn;
import dev.ilana.schema.definition.SchemaChange.DropForeignKey;
import dev.ilana.schema.definition.SchemaChange.DropIndex;
import dev.ilana.schema.definition.SchemaChange.RenameColumn;
import java.util.List;

/** The blueprint of a table that is there already: what it has can be dropped and renamed too. */
public final class TableBlueprint extends Blueprint {

    private final String table;

    TableBlueprint(String table) {
        super(table);
        this.table = table;
    }

    /** Drops the columns. Foreign keys on them are dropped first, by {@link #dropForeign}. */
    public void dropColumn(String... columns) {
        for (String column : columns) {
            change(new DropColumn(table, column));
        }
    }

    public void renameColumn(String column, String newName) {
        change(new RenameColumn(table, column, newName));
    }

    /** Drops {@code created_at} and {@code updated_at}. */
    public void dropTimestamps() {
        dropColumn("created_at", "updated_at");
    }

    /** Drops {@code deleted_at}. */
    public void dropSoftDeletes() {
        dropColumn("deleted_at");
    }

    public void dropPrimary() {
        change(new DropIndex(table, Kind.PRIMARY, null, List.of()));
    }

    /** Drops the unique constraint that {@code unique} made on these columns. */
    public void dropUnique(String... columns) {
        change(new DropIndex(table, Kind.UNIQUE, null, List.of(columns)));
    }

    /** Drops the unique constraint of that name. */
    public void dropUniqueNamed(String name) {
        change(new DropIndex(table, Kind.UNIQUE, name, List.of()));
    }

    /** Drops the index that {@code index} made on these columns. */
    public void dropIndex(String... columns) {
        change(new DropIndex(table, Kind.INDEX, null, List.of(columns)));
    }

    /** Drops the index of that name. */
    public void dropIndexNamed(String name) {
        change(new DropIndex(table, Kind.INDEX, name, List.of()));
    }

    /** Drops the foreign key that was made on these columns. */
    public void dropForeign(String... columns) {
        change(new DropForeignKey(table, null, List.of(columns)));
    }

    /** Drops the foreign key of that name. */
    public void dropForeignNamed(String name) {
        change(new DropForeignKey(table, name, List.of()));
    }

    private void change(SchemaChange change) {
        add(new Part.Change(change));
    }
}
