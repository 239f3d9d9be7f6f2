package dev.ilana.cli.show;

import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.schema.definition.QualifiedName;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ilana-r db:table} */
@Command(
        name = "db:table",
        description = "Shows a table: its columns, indexes, checks, what it points at and what points at it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ilana-r db:table users",
            "  ilana-r db:table analytics.events",
            "  ilana-r db:table users --json | jq -r 'select(.kind == \"column\") | .name'"
        })
public final class TableCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Parameters(paramLabel = "NAME", description = "The table's name, or SCHEMA.NAME.")
    private String name = "";

    @Override
    public Integer call() {
        QualifiedName table = QualifiedName.of(name);
        return options.opening()
                .run(it -> TableOverview.parts(it.database(), table)
                        .map(parts -> it.console().parts(parts)));
    }
}
