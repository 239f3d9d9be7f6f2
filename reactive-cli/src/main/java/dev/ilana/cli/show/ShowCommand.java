package dev.ilana.cli.show;

import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ilana-r db:show} */
@Command(
        name = "db:show",
        description =
                "Shows what the database is and has: its tables with their sizes, sequences, enums, and what no model or"
                        + " migration tells, such as views.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ilana-r db:show",
            "  ilana-r db:show --no-counts",
            "  ilana-r db:show --json | jq -r 'select(.kind == \"table\" and .rows == 0) | .name'"
        })
public final class ShowCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Option(names = "--no-counts", description = "Do not count the rows, which takes long where there are many.")
    private boolean uncounted;

    @Override
    public Integer call() {
        return options.opening()
                .run(it -> new DatabaseOverview(it.database(), !uncounted)
                        .parts()
                        .map(parts -> it.console().parts(parts)));
    }
}
