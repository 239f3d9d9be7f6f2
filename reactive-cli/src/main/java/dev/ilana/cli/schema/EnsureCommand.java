package dev.ilana.cli.schema;

import dev.ilana.cli.console.Exit;
import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.HistoryOption;
import dev.ilana.schema.ensure.SchemaPlan;
import dev.ilana.schema.ensure.SchemaRegistry;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Mono;

/** {@code ilana-r schema:ensure} */
@Command(
        name = "schema:ensure",
        description = "Gives the database the tables of a Prisma file or of models, where it does not have them so.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ilana-r schema:ensure --prisma schema.prisma --plan",
            "  ilana-r schema:ensure --models",
            "  ilana-r schema:ensure --prisma schema.prisma --drop columns --rename users.name=full_name"
        })
public final class EnsureCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Mixin
    private ChangeOptions changes = new ChangeOptions();

    @Mixin
    private WantedOptions wanted = new WantedOptions();

    @Option(names = "--plan", description = "Show what would be done, and do nothing.")
    private boolean plan;

    @Option(names = "--force", description = "Drop tables and columns also in production.")
    private boolean force;

    @Override
    public Integer call() {
        wanted.requireOne();
        SchemaPlan outcome = plan ? planned() : run(allowed(), SchemaRegistry::ensure);
        DifferenceReport.on(options.console()).lines(outcome.difference(), "Nothing to do.");
        return Exit.OK;
    }

    private SchemaPlan planned() {
        return run(false, SchemaRegistry::plan);
    }

    /** Whether data may be lost; who loses none is not asked. */
    private boolean allowed() {
        return changes.drop()
                && planned().destroysData()
                && options.project().consent().confirmed(force, "schema:ensure");
    }

    private SchemaPlan run(boolean allowed, Function<SchemaRegistry, Mono<SchemaPlan>> work) {
        return history.of(options)
                .allowing(allowed)
                .run(it -> work.apply(SchemaRegistry.on(it.database())
                        .withSettings(it.settings())
                        .register(wanted.source(it))
                        .withDiff(changes.diff())));
    }
}
