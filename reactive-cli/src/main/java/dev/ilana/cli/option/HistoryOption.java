package dev.ilana.cli.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A migrator, and {@code --table}: of the commands that work with the history and have no other table to name. */
public final class HistoryOption {

    @Mixin
    private MigratorOptions migrator = new MigratorOptions();

    @Option(names = "--table", paramLabel = "NAME", description = "The table of the history.")
    private @Nullable String table;

    /** The database of those options, with the history where this says. */
    public Opening of(DatabaseOptions options) {
        Opening opening = migrator.of(options);
        return table == null ? opening : opening.with(opening.settings().withTable(OptionName.check("--table", table)));
    }
}
