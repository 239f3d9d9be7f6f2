package dev.ilana.cli.migrate;

import dev.ilana.cli.console.Console;
import dev.ilana.schema.migrate.MigrationEvent;
import dev.ilana.schema.migrate.Migrator;
import java.util.function.Function;
import picocli.CommandLine.Option;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code --pretend}, of every command that sends SQL of migrations. */
final class PretendOption {

    @Option(names = "--pretend", description = "Show the SQL, and send none of it.")
    private boolean pretend;

    boolean given() {
        return pretend;
    }

    /** Does the work and reports it, or shows its SQL; gives the exit code. */
    Mono<Integer> run(
            Migrator migrator, Console console, Function<Migrator, Flux<MigrationEvent>> work, String whenNone) {
        return pretend
                ? console.sql(work.apply(migrator.pretending()), whenNone)
                : console.report(work.apply(migrator), whenNone);
    }
}
