package dev.ilana.cli.migrate;

import dev.ilana.cli.console.Console;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.schema.migrate.MigrationEvent;
import dev.ilana.schema.migrate.Migrator;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code --pretend} and {@code --force}, of the commands that destroy data. */
final class DestructiveOptions {

    @Mixin
    private PretendOption pretend = new PretendOption();

    @Option(names = "--force", description = "Also in production.")
    private boolean force;

    /** True when the migrator may destroy data: it only pretends to, or the command was confirmed. */
    boolean allowed(DatabaseOptions options, String what) {
        return pretend.given() || options.project().consent().confirmed(force, what);
    }

    /** Does the work and reports it, or shows its SQL; gives the exit code. */
    Mono<Integer> run(
            Migrator migrator, Console console, Function<Migrator, Flux<MigrationEvent>> work, String whenNone) {
        return pretend.run(migrator, console, work, whenNone);
    }
}
