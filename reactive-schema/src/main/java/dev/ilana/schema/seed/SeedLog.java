package dev.ilana.schema.seed;

import dev.ilana.connection.Database;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The events of one run, and what of it was done for good. Seeders may run side by side, where one merges others. */
final class SeedLog {

    private final Sinks.Many<SeedEvent> events = Sinks.many().unicast().onBackpressureBuffer();
    private final List<String> done = new ArrayList<>();

    Flux<SeedEvent> events() {
        return events.asFlux();
    }

    synchronized void tell(SeedEvent event) {
        var unused = events.tryEmitNext(event);
    }

    synchronized void end() {
        var unused = events.tryEmitComplete();
    }

    /** Notes what was done, when no transaction can take it back any more. */
    Mono<Void> note(Database database, String what) {
        return database.afterCommit(() -> Mono.fromRunnable(() -> add(what)));
    }

    private synchronized void add(String what) {
        done.add(what);
    }

    synchronized List<String> done() {
        return List.copyOf(done);
    }
}
