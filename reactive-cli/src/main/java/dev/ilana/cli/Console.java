package dev.ilana.cli;

import static java.util.Objects.requireNonNull;

import dev.ilana.schema.migrate.Direction;
import dev.ilana.schema.migrate.MigrationEvent;
import dev.ilana.schema.migrate.MigrationEvent.Finished;
import dev.ilana.schema.migrate.MigrationStatus;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a command says: what it has done to standard output, everything else to standard error. */
record Console(CommandLine commandLine) {

    static Console of(@Nullable CommandSpec spec) {
        return new Console(requireNonNull(spec).commandLine());
    }

    /** A line for each migration as it is done, or the remark when there was none; then the exit code. */
    Mono<Integer> report(Flux<MigrationEvent> events, String whenNone) {
        return events.ofType(Finished.class).doOnNext(this::line).count().map(done -> {
            if (done == 0) {
                commandLine.getErr().println(whenNone);
            }
            return ExitCode.OK;
        });
    }

    private void line(Finished event) {
        String verb = event.direction() == Direction.UP ? "migrated" : "rolled back";
        PrintWriter out = commandLine.getOut();
        out.println(verb + "  " + event.migration() + "  " + event.duration().toMillis() + " ms");
        out.flush();
    }

    /** A line for each migration, under a heading; then the exit code. */
    Mono<Integer> table(Flux<MigrationStatus> statuses) {
        return statuses.map(Console::row).collectList().map(rows -> {
            TextTable table = new TextTable(List.of("Migration", "Status", "Batch", "Applied at"), rows);
            table.lines().forEach(commandLine.getOut()::println);
            return ExitCode.OK;
        });
    }

    private static List<String> row(MigrationStatus status) {
        Integer batch = status.batch();
        Instant appliedAt = status.appliedAt();
        return List.of(
                status.migration().value(),
                status.state().name().toLowerCase(Locale.ROOT),
                batch == null ? "-" : batch.toString(),
                appliedAt == null
                        ? "-"
                        : appliedAt.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
