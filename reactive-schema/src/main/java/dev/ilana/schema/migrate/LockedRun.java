package dev.ilana.schema.migrate;

import static java.util.Objects.requireNonNull;

import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.MigrationEvent.Skipped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is done while the lock is held; the history is read again each time. */
record LockedRun(Session session, MigrationSet migrations) {

    Flux<MigrationEvent> up(MigrateOptions options) {
        return session.history().createIfMissing().thenMany(planned(plan -> {
            List<MigrationName> pending = plan.pending(options);
            int batch = plan.nextBatch();
            return Flux.range(0, pending.size())
                    .concatMap(i -> apply(plan, pending.get(i), options.step() ? batch + i : batch), 1);
        }));
    }

    Flux<MigrationEvent> down(Rollback rollback) {
        return planned(plan -> Flux.fromIterable(plan.takenBack(rollback))
                .concatMap(
                        name -> new MigrationRun(session, name, migrations.get(name), Direction.DOWN, 0, null).events(),
                        1));
    }

    Flux<MigrationEvent> wipe(String lockTable) {
        return new Wipe(session.control(), lockTable).all();
    }

    Mono<Void> resolve(MigrationName name, Resolution resolution) {
        return session.history()
                .createIfMissing()
                .thenMany(planned(plan -> {
                    HistoryEntry entry = plan.entry(name);
                    if (entry == null || resolution == Resolution.APPLIED) {
                        migrations.require(name);
                    }
                    if (resolution == Resolution.ROLLED_BACK) {
                        return session.history().remove(name).flux();
                    }
                    String checksum = plan.checksums().get(name);
                    return entry == null
                            ? session.history()
                                    .add(name, plan.nextBatch(), EntryState.APPLIED, checksum)
                                    .flux()
                            : session.history().applied(name, checksum).flux();
                }))
                .then();
    }

    private Flux<MigrationEvent> apply(Plan plan, MigrationName name, int batch) {
        Migration migration = migrations.get(name);
        Flux<MigrationEvent> run = Flux.defer(() -> new MigrationRun(
                        session,
                        name,
                        migration,
                        Direction.UP,
                        batch,
                        plan.checksums().get(name))
                .events());
        return Mono.defer(() -> migration.shouldRun(Schema.on(session.control())))
                .contextWrite(session.control().use())
                .onErrorMap(error -> new MigrationFailedException(name, Direction.UP, error))
                .flatMapMany(should -> should ? run : Flux.just(new Skipped(name, Direction.UP)));
    }

    private <T> Flux<T> planned(Function<Plan, Flux<T>> work) {
        return plan(migrations, session.history()).flatMapMany(work);
    }

    /** What was given against what the history says now. */
    static Mono<Plan> plan(MigrationSet migrations, History history) {
        Pretence pretence = new Pretence(history.database().dialect());
        Mono<Map<MigrationName, String>> checksums = Flux.fromIterable(migrations.names())
                .concatMap(name -> pretence.checksum(migrations.get(name)).map(sum -> Map.entry(name, sum)))
                .collect(HashMap::new, (map, entry) -> map.put(entry.getKey(), entry.getValue()));
        return history.entries()
                .zipWith(checksums, (entries, sums) -> new Plan(migrations, entries, requireNonNull(sums)));
    }
}
