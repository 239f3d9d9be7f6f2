package dev.ilana.schema.migrate;

import dev.ilana.connection.Database;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.MigrationEvent.Finished;
import dev.ilana.schema.migrate.MigrationEvent.Started;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One migration run one way. */
record MigrationRun(Database database, MigrationName name, Migration migration, Direction direction) {

    /** Runs it, then what writes the history; in one transaction, if the migration wants one. */
    Flux<MigrationEvent> recordedBy(Mono<Void> record) {
        Mono<Void> work = Mono.defer(() -> Flux.from(publisher()).then()).then(record);
        Mono<Void> run = migration.withinTransaction() ? database.transaction(() -> work) : work;
        Mono<MigrationEvent> finished = Mono.defer(() -> {
            long start = System.nanoTime();
            return run.then(Mono.fromSupplier(
                    () -> new Finished(name, direction, Duration.ofNanos(System.nanoTime() - start))));
        });
        return Flux.concat(Mono.just(new Started(name, direction)), finished)
                .onErrorMap(error -> new MigrationFailedException(name, direction, error))
                // Queries in the migration mean the database being migrated, not the default one.
                .contextWrite(database.use());
    }

    private Publisher<?> publisher() {
        Schema schema = Schema.on(database);
        return direction == Direction.UP ? migration.up(schema) : migration.down(schema);
    }
}
