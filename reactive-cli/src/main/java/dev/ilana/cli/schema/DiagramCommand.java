package dev.ilana.cli.schema;

import dev.ilana.cli.console.Exit;
import dev.ilana.cli.console.UsageException;
import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.HistoryOption;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.diagram.Diagram;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.migrate.OwnTables;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ilana-r schema:diagram} */
@Command(
        name = "schema:diagram",
        description = {
            "Draws the tables that the database has, with what refers to what; or those of a Prisma file or of models, for"
                    + " which no database is asked."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ilana-r schema:diagram --out docs/schema.mmd",
            "  ilana-r schema:diagram --prisma schema.prisma --format dbml",
            "  ilana-r schema:diagram --models src/main/java/shop/models"
        })
public final class DiagramCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Mixin
    private WantedOptions wanted = new WantedOptions();

    @Option(names = "--format", paramLabel = "FORMAT", description = "mermaid or dbml. Default: mermaid.")
    private String format = "mermaid";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it. Default: standard output.")
    private String out = TextTarget.STANDARD_OUTPUT;

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    @Override
    public Integer call() {
        if (!format.equals("mermaid") && !format.equals("dbml")) {
            throw new UsageException("--format is mermaid or dbml, not " + format);
        }
        wanted.requireAtMostOne();
        TextTarget target = TextTarget.of(out, force);
        SchemaDefinition schema = wanted.given() ? wanted.definition(options) : present();
        String text = format.equals("dbml") ? Diagram.dbml(schema) : Diagram.mermaid(schema);
        target.write(text, format, "drawn", schema.tables().size(), options.console());
        return Exit.OK;
    }

    private SchemaDefinition present() {
        return history.of(options)
                .run(it ->
                        Catalog.of(it.database()).schema().map(schema -> OwnTables.leftOutOf(schema, it.settings())));
    }
}
