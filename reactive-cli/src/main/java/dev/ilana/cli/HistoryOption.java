package dev.ilana.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --table}, of the commands that work with the history and have no other table to name. */
final class HistoryOption {

    @Option(names = "--table", paramLabel = "NAME", description = "The table of the history.")
    private @Nullable String table;

    /** The database of those options, with the history where this says. */
    Opening of(DatabaseOptions options) {
        return options.opening().withTable(table);
    }
}
