package dev.ilana.cli.show;

import dev.ilana.cli.console.Exit;
import dev.ilana.cli.console.UsageException;
import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.HistoryOption;
import dev.ilana.connection.Health;
import dev.ilana.schema.migrate.MigrationStatus.State;
import dev.ilana.schema.migrate.Migrator;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Mono;

/** {@code ilana-r health} */
@Command(
        name = "health",
        description =
                "Asks the database whether it is up, and how many migrations are pending. Exits with 1 when it is down.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r health", "  ilana-r health --timeout 2 --json"})
public final class HealthCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long the connection and the answer may take together. Default: 5.")
    private int timeout = 5;

    @Override
    public Integer call() {
        if (timeout < 1) {
            throw new UsageException("--timeout must be at least 1, not " + timeout);
        }
        return history.of(options)
                .withMigrationsThere()
                .run(it -> it.database()
                        .healthCheck(Duration.ofSeconds(timeout))
                        .flatMap(health -> health.up() ? up(health, it.migrator()) : Mono.just(down(health))));
    }

    private Mono<Integer> up(Health health, Migrator migrator) {
        return migrator.status()
                .filter(status -> status.state() == State.PENDING)
                .count()
                .map(pending -> {
                    print(
                            health,
                            "up  " + ms(health) + " ms  " + health.product() + "  " + pending + " pending",
                            pending);
                    return Exit.OK;
                });
    }

    private int down(Health health) {
        print(health, "down  " + ms(health) + " ms  " + health.error(), null);
        return Exit.FAILED;
    }

    private void print(Health health, String text, @Nullable Long pending) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("up", health.up());
        object.put("ms", ms(health));
        object.put("product", health.product());
        object.put("pending", pending);
        object.put("error", health.error());
        options.console().print(text, object);
    }

    private static long ms(Health health) {
        return health.latency().toMillis();
    }
}
