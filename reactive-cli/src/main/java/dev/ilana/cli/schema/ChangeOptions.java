package dev.ilana.cli.schema;

import dev.ilana.cli.console.UsageException;
import dev.ilana.schema.diff.Drop;
import dev.ilana.schema.diff.SchemaDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --drop} and {@code --rename}, of the commands that hold a schema against another. */
public final class ChangeOptions {

    @Option(
            names = "--drop",
            paramLabel = "KIND",
            split = ",",
            description = "Also drop what is there and not wanted: tables, columns, keys. Without it such stays.")
    private List<String> drops = List.of();

    @Option(names = "--drop-all", description = "The same as --drop tables,columns,keys.")
    private boolean dropsAll;

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = {
                "What has another name now, and is not to be dropped and made: old=new a table, table.old=new a column of a"
                        + " table, by the table's new name."
            })
    private List<String> renames = List.of();

    /** @param column null where it is the table that has another name */
    private record Rename(String table, @Nullable String column, String newName) {}

    /** Whether one of them was said. */
    public boolean given() {
        return drop() || !renames.isEmpty();
    }

    /** False when nothing can be dropped. */
    boolean drop() {
        return dropsAll || !drops.isEmpty();
    }

    public SchemaDiff diff() {
        SchemaDiff told = SchemaDiff.create().dropping(dropped());
        for (Rename rename : renamed()) {
            told = rename.column == null
                    ? told.renamingTable(rename.table, rename.newName)
                    : told.renamingColumn(rename.table, rename.column, rename.newName);
        }
        return told;
    }

    private Drop[] dropped() {
        return dropsAll ? Drop.values() : drops.stream().map(this::kind).toArray(Drop[]::new);
    }

    private Drop kind(String word) {
        return Stream.of(Drop.values())
                .filter(one -> word(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageException("--drop is tables, columns or keys, not " + word));
    }

    private static String word(Drop kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The option that has such dropped. */
    static String toDrop(Drop kind) {
        return "--drop " + word(kind);
    }

    private List<Rename> renamed() {
        List<Rename> all = new ArrayList<>();
        for (String text : renames) {
            List<String> sides = List.of(text.split("=", -1));
            if (sides.size() != 2 || sides.contains("")) {
                throw new UsageException("--rename is old=new for a table and table.old=new for a column, not " + text);
            }
            String old = sides.get(0);
            int dot = old.lastIndexOf('.');
            all.add(
                    dot < 0
                            ? new Rename(old, null, sides.get(1))
                            : new Rename(old.substring(0, dot), old.substring(dot + 1), sides.get(1)));
        }
        return all;
    }
}
