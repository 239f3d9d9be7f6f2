package dev.ilana.schema.migrate;

import static java.util.Objects.requireNonNull;

import dev.ilana.dialect.Dialect;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.migrate.MigrationEvent.Dropped;
import dev.ilana.schema.migrate.MigrationEvent.Skipped;
import dev.ilana.schema.migrate.dump.SchemaDump;
import dev.ilana.schema.migrate.dump.SchemaText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is done while the lock is held; the history is read again each time. */
record LockedRun(Session session, MigrationSet migrations) {

    /** {@link #up}, after the dump where it can stand for the first migrations. */
    Flux<MigrationEvent> upFromDump(MigrateOptions options) {
        return Mono.defer(() -> {
                    options.named().forEach(migrations::require);
                    return Mono.justOrEmpty(migrations.dump(session.settings()).filter(dump -> dump.serves(options)));
                })
                .flatMap(dump -> dump.wanted(session.database(), session.history()))
                .flatMap(dump -> dump.load(session))
                .concatWith(up(options));
    }

    /** The schema as it is, with the history of what made it. */
    Mono<SchemaDump> dump() {
        QualifiedName history = Dump.historyTable(session.settings());
        Mono<SchemaDump> schema = session.database()
                .onDedicatedConnection(
                        UnaryOperator.identity(),
                        own -> Dump.ownTables(own, session.history())
                                .flatMap(ownTables -> new SchemaText(own, history, ownTables).read()))
                .next();
        return schema.zipWith(plan(migrations, session.history()), (text, plan) -> {
            List<String> statements = new ArrayList<>(text.statements());
            List<HistoryEntry> applied = plan.applied();
            DdlGrammar grammar = DdlGrammar.of(session.control().dialect());
            History.written(applied, history, grammar).ifPresent(statements::add);
            List<String> names =
                    applied.stream().map(entry -> entry.name().value()).toList();
            return new SchemaDump(text.dialect(), text.history(), names, text.leftOut(), statements);
        });
    }

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

    /**
     * Drops all that is where migrations are made, and the history, wherever it is.
     *
     * @param lockTables those that the lock is held by; they stay
     */
    Flux<MigrationEvent> wipe(Set<String> lockTables) {
        return session.database()
                .onDedicatedConnection(
                        UnaryOperator.identity(),
                        own -> session.impatient(own)
                                .then(Session.schemaOf(own))
                                .flatMapMany(schema -> schema.equals(session.schema())
                                        ? new Wipe(own, lockTables).all()
                                        : Flux.concat(new Wipe(own, Set.of()).all(), dropHistory())));
    }

    private Mono<MigrationEvent> dropHistory() {
        Schema schema = Schema.on(session.control());
        String table = session.settings().table();
        return schema.hasTable(table)
                .flatMap(exists -> exists
                        ? schema.drop(table).thenReturn(new Dropped("table", session.schema() + "." + table))
                        : Mono.empty());
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
        Dialect dialect = history.database().dialect();
        Mono<Map<MigrationName, String>> checksums = Flux.fromIterable(migrations.names())
                .concatMap(
                        name -> Pretence.checksum(migrations.get(name), dialect).map(sum -> Map.entry(name, sum)))
                .collect(HashMap::new, (map, entry) -> map.put(entry.getKey(), entry.getValue()));
        return history.entries()
                .zipWith(checksums, (entries, sums) -> new Plan(migrations, entries, requireNonNull(sums)));
    }
}
