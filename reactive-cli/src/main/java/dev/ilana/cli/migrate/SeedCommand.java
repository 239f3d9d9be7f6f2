package dev.ilana.cli.migrate;

import dev.ilana.cli.console.Exit;
import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.HistoryOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reactor.core.publisher.Mono;

/** {@code ilana-r seed} */
@Command(
        name = "seed",
        aliases = "db:seed",
        description = {
            "Puts in the rows that the database begins with, by the seeders of seeders.directories in ilana.yml or"
                    + " ilana.properties, else of database/seeders: public classes that implement Seeder, and SeedPlans that"
                    + " are constants.",
            "Without a NAME it runs DatabaseSeeder where there is one, which calls the others; else all, in the order of"
                    + " their names."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r seed", "  ilana-r seed RoleSeeder UserSeeder", "  ilana-r db:seed --class RoleSeeder"})
public final class SeedCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "The seeders to run, in this order.")
    private List<String> names = List.of();

    @Option(names = "--class", paramLabel = "NAME", split = ",", description = "The same as NAME.")
    private List<String> classes = List.of();

    @Option(names = "--force", description = "Also in production, without asking.")
    private boolean force;

    @Override
    public Integer call() {
        options.project().consent().agreedToSeed(force);
        List<String> chosen = new ArrayList<>(names);
        chosen.addAll(classes);
        return history.of(options)
                .allowing(force)
                .run(it -> ProjectSeeds.of(it, chosen).run(it.database()).then(Mono.just(Exit.OK)));
    }
}
