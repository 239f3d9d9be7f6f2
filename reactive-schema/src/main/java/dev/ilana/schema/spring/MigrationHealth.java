package dev.ilana.schema.spring;

import dev.ilana.error.IlanaException;
import dev.ilana.schema.migrate.MigrationStatus;
import dev.ilana.schema.migrate.MigrationStatus.State;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.spring.HealthReport;
import dev.ilana.spring.HealthReporter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/**
 * Which migrations the database lacks, and which ended midway. It reads the history on a connection of its own, takes no lock
 * and changes nothing.
 *
 * @param whenPending the status where there are any
 */
record MigrationHealth(Migrator migrator, String whenPending) implements HealthReporter {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final Set<State> TO_COME = EnumSet.of(State.PENDING, State.OUT_OF_ORDER);

    @Override
    public Mono<HealthReport> report() {
        return migrator.status()
                .collectList()
                .timeout(LIMIT)
                .map(this::shown)
                .onErrorResume(error -> Mono.just(new HealthReport(HealthReport.DOWN, Map.of("error", words(error)))));
    }

    private HealthReport shown(List<MigrationStatus> statuses) {
        List<String> pending = names(statuses, TO_COME);
        List<String> failed = names(statuses, EnumSet.of(State.FAILED));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("pending", pending.size());
        if (!pending.isEmpty()) {
            details.put("names", pending);
        }
        if (!failed.isEmpty()) {
            details.put("failed", failed);
        }
        boolean complete = pending.isEmpty() && failed.isEmpty();
        return new HealthReport(complete ? HealthReport.UP : whenPending, details);
    }

    private static List<String> names(List<MigrationStatus> statuses, Set<State> states) {
        return statuses.stream()
                .filter(status -> states.contains(status.state()))
                .map(status -> status.migration().value())
                .toList();
    }

    /** What a driver says may quote anything; our own errors don't. */
    private static String words(Throwable error) {
        if (error instanceof TimeoutException) {
            return "no answer within " + LIMIT.toMillis() + " ms";
        }
        return error instanceof IlanaException
                ? String.valueOf(error.getMessage())
                : error.getClass().getSimpleName();
    }
}
