package dev.ilana.cli.show;

import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ilana-r about} */
@Command(
        name = "about",
        description =
                "Shows what ilana-r works with here: versions, where settings come from, connections, and directories."
                        + " No database is asked.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r about", "  ilana-r about --json | jq -r 'select(.kind == \"connection\") | .name'"})
public final class AboutCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() {
        return options.console()
                .parts(new ProjectOverview(options, options.project().settings()).parts());
    }
}
