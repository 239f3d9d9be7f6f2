package dev.ilana.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a command to which {@code --table} is that of the history, and no other. */
final class HistoryOptions extends CommonOptions {

    @Option(names = "--table", paramLabel = "NAME", description = "The table of the history.")
    private @Nullable String table;

    @Override
    @Nullable String historyTable() {
        return table;
    }
}
