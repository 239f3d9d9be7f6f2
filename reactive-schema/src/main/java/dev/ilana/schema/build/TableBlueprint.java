package dev.ilana.schema.build;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.schema.build.Step.Online;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.CheckDefinition.Condition;
import dev.ilana.schema.definition.ColumnChange.DropColumn;
import dev.ilana.schema.definition.ColumnChange.RenameColumn;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.KeyChange.AddCheck;
import dev.ilana.schema.definition.KeyChange.DropCheck;
import dev.ilana.schema.definition.KeyChange.DropForeignKey;
import dev.ilana.schema.definition.KeyChange.DropIndex;
import dev.ilana.schema.definition.KeyChange.RenameIndex;
import dev.ilana.schema.definition.KeyChange.UseIndex;
import dev.ilana.schema.definition.KeyChange.ValidateConstraint;
import dev.ilana.schema.definition.OnlineChange.Algorithm;
import dev.ilana.schema.definition.OnlineChange.Lock;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.TableChange.CommentOnTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blueprint of a table that is there already: what it has can be changed, dropped and renamed too. */
public final class TableBlueprint extends Blueprint {

    private final QualifiedName table;
    private @Nullable Online online;

    TableBlueprint(QualifiedName table) {
        super(table);
        this.table = table;
    }

    // Columns

    /** The column that is there, to say what is to change of it but its type: {@code t.change("name").nullable()}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint change(String column) {
        return column(column, null).change();
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

    /** Drops {@code remember_token}. */
    public void dropRememberToken() {
        dropColumn("remember_token");
    }

    /** Drops what {@code morphs} made: the index and both columns. */
    public void dropMorphs(String name) {
        dropIndex(name + "_type", name + "_id");
        dropColumn(name + "_type", name + "_id");
    }

    // Indexes

    public void dropPrimary() {
        drop(Kind.PRIMARY, null, List.of());
    }

    /** Drops the primary key that was given that name. */
    public void dropPrimaryNamed(String name) {
        drop(Kind.PRIMARY, name, List.of());
    }

    /** Drops the unique constraint that {@code unique} made on these columns. */
    public void dropUnique(String... columns) {
        drop(Kind.UNIQUE, null, List.of(columns));
    }

    /** Drops the unique constraint of that name. */
    public void dropUniqueNamed(String name) {
        drop(Kind.UNIQUE, name, List.of());
    }

    /** Drops the index that {@code index} made on these columns. */
    public void dropIndex(String... columns) {
        drop(Kind.INDEX, null, List.of(columns));
    }

    /** Drops the index of that name, of whatever kind. */
    public void dropIndexNamed(String name) {
        drop(Kind.INDEX, name, List.of());
    }

    /** Drops the index of that name while the table can be written; PostgreSQL, and outside of a transaction. */
    public void dropIndexConcurrently(String name) {
        change(new DropIndex(table, Kind.INDEX, name, List.of(), true));
    }

    /** Drops the full-text index that {@code fullText} made on these columns. */
    public void dropFullText(String... columns) {
        drop(Kind.FULLTEXT, null, List.of(columns));
    }

    /** Drops the spatial index that {@code spatialIndex} made on these columns. */
    public void dropSpatialIndex(String... columns) {
        drop(Kind.SPATIAL, null, List.of(columns));
    }

    /** Gives an index another name. */
    public void renameIndex(String name, String newName) {
        change(new RenameIndex(table, Kind.INDEX, name, newName));
    }

    /** Gives a unique constraint another name. */
    public void renameUnique(String name, String newName) {
        change(new RenameIndex(table, Kind.UNIQUE, name, newName));
    }

    private void drop(Kind kind, @Nullable String name, List<String> columns) {
        change(new DropIndex(table, kind, name, columns, false));
    }

    // Foreign keys and checks

    /** Drops the foreign key that was made on these columns. */
    public void dropForeign(String... columns) {
        change(new DropForeignKey(table, null, List.of(columns)));
    }

    /** Drops the foreign key of that name. */
    public void dropForeignNamed(String name) {
        change(new DropForeignKey(table, name, List.of()));
    }

    /** Drops the foreign key on this column, and the column. */
    public void dropConstrainedForeignId(String column) {
        dropForeign(column);
        dropColumn(column);
    }

    /** {@link #check(String, String)} for new rows only, until {@link #validateConstraint}; PostgreSQL. */
    public void checkNotValid(String constraint, String sql) {
        change(new AddCheck(table, new CheckDefinition(constraint, List.of(), new Condition(sql)), true));
    }

    /**
     * Checks the rows that were there when a foreign key or check was added without that, while others write. PostgreSQL,
     * and in a migration after the one that added it: else its lock is still held.
     */
    public void validateConstraint(String constraint) {
        change(new ValidateConstraint(table, constraint));
    }

    /** Makes a unique index, as {@code unique(…).concurrently()} made it, a constraint of the same name; PostgreSQL. */
    public void uniqueUsingIndex(String index) {
        change(new UseIndex(table, index));
    }

    /** Drops the check that {@code check} made on this column without a name of its own. */
    public void dropCheck(String column) {
        change(new DropCheck(table, null, List.of(column)));
    }

    /** Drops the check of that name. */
    public void dropCheckNamed(String name) {
        change(new DropCheck(table, name, List.of()));
    }

    /** The database keeps no comment with the table any more. */
    public void withoutComment() {
        change(new CommentOnTable(table, null));
    }

    /**
     * How much the changes may stand in the way of those who use the table; MySQL and MariaDB, which refuse a change that
     * they can't make that way.
     */
    public void online(Algorithm algorithm, Lock lock) {
        requireOpen();
        online = new Online(algorithm, lock);
    }

    List<Step> steps() {
        return close().steps(online);
    }

    private void change(SchemaChange change) {
        add(new Part.Change(change));
    }
}
