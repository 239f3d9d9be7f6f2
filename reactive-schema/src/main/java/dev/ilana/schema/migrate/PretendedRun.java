package dev.ilana.schema.migrate;

import dev.ilana.connection.Database;
import dev.ilana.schema.build.Rehearsal;
import dev.ilana.schema.migrate.MigrationEvent.Finished;
import dev.ilana.schema.migrate.MigrationEvent.Loaded;
import dev.ilana.schema.migrate.MigrationEvent.Started;
import dev.ilana.schema.migrate.MigrationEvent.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a migrator would do, as events. It takes no lock, and reads the history without writing it. */
record PretendedRun(Database database, MigrationSet migrations, MigratorSettings settings, ControlConnection control) {

    Flux<MigrationEvent> migrate(MigrateOptions options) {
        return wantedDump(options)
                .flatMapMany(loaded -> Flux.concat(
                        Flux.fromIterable(loaded),
                        run(pretence(), Direction.UP, plan -> with(loaded, plan).pending(options))));
    }

    Flux<MigrationEvent> rollback(Rollback rollback) {
        return Flux.defer(() -> run(pretence(), Direction.DOWN, plan -> plan.takenBack(rollback)));
    }

    Flux<MigrationEvent> refresh(Rollback rollback) {
        return Flux.defer(() -> {
            Pretence pretence = pretence();
            return Flux.concat(
                    run(pretence, Direction.DOWN, plan -> plan.takenBack(rollback)),
                    run(
                            pretence,
                            Direction.UP,
                            plan -> plan.without(plan.takenBack(rollback)).pending(MigrateOptions.ALL)));
        });
    }

    Flux<MigrationEvent> fresh() {
        List<Loaded> loaded =
                migrations.dump(settings).map(dump -> List.of(dump.pretended())).orElse(List.of());
        return Flux.concat(
                wipe(),
                Flux.defer(() -> Flux.concat(
                        Flux.fromIterable(loaded),
                        run(
                                new Pretence(database.dialect(), Rehearsal.onNothing(database.dialect())),
                                Direction.UP,
                                plan -> migrations.names().stream()
                                        .filter(name -> !migrations.isDumped(name))
                                        .toList()))));
    }

    Flux<MigrationEvent> wipe() {
        return control.use(own -> control.lock(own).tables())
                .flatMap(kept ->
                        database.onDedicatedConnection(UnaryOperator.identity(), own -> new Wipe(own, kept).things()))
                .cast(MigrationEvent.class);
    }

    private Pretence pretence() {
        return new Pretence(database.dialect(), Rehearsal.on(database));
    }

    private Flux<MigrationEvent> run(
            Pretence pretence, Direction direction, Function<Plan, List<MigrationName>> choice) {
        return control.plan(migrations)
                .flatMapIterable(choice)
                .concatMap(
                        name -> Flux.concat(
                                Mono.just(new Started(name, direction)),
                                pretence.statements(migrations.get(name), direction)
                                        .flatMapIterable(statements -> statements)
                                        .map(sql -> new Statement(name, direction, sql, Duration.ZERO))
                                        .onErrorMap(error -> new MigrationFailedException(name, direction, error)),
                                Mono.just(new Finished(name, direction, Duration.ZERO))),
                        1);
    }

    /** The dump, where it would be loaded. */
    private Mono<List<Loaded>> wantedDump(MigrateOptions options) {
        return Mono.justOrEmpty(migrations.dump(settings).filter(dump -> dump.serves(options)))
                .flatMap(dump -> control.use(own -> dump.wanted(database, control.history(own)))
                        .next())
                .map(dump -> List.of(dump.pretended()))
                .defaultIfEmpty(List.of());
    }

    private static Plan with(List<Loaded> loaded, Plan plan) {
        return loaded.isEmpty() ? plan : plan.with(loaded.get(0).migrations());
    }
}
