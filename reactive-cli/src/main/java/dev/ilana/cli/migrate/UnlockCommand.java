package dev.ilana.cli.migrate;

import dev.ilana.cli.console.Exit;
import dev.ilana.cli.console.Json;
import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.HistoryOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import reactor.core.publisher.Mono;

/** {@code ilana-r migrate:unlock} */
@Command(
        name = "migrate:unlock",
        description = "Takes the lock from a migrator that hangs, and ends its session.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r migrate:unlock"})
public final class UnlockCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Override
    public Integer call() {
        return history.of(options)
                .run(it -> it.migrator()
                        .unlock()
                        .map(holder -> {
                            it.console()
                                    .print("unlocked  " + holder, Json.object("event", "unlocked", "holder", holder));
                            return Exit.OK;
                        })
                        .switchIfEmpty(Mono.fromSupplier(() -> {
                            it.console().remark("Nobody holds the lock.");
                            return Exit.OK;
                        })));
    }
}
