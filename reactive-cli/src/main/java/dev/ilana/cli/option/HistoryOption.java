package dev.ilana.cli.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --table}, of the commands that work with the history and have no other table to name. */
public final class HistoryOption {

    @Option(names = "--table", paramLabel = "NAME", description = "The table of the history.")
    private @Nullable String table;

    /** The database of those options, with the history where this says. */
    public Opening of(DatabaseOptions options) {
        return options.opening().withTable(table);
    }
}
