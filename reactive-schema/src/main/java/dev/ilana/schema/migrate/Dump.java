package dev.ilana.schema.migrate;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Capability;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.migrate.MigrationEvent.Loaded;
import dev.ilana.schema.migrate.dump.SchemaDump;
import dev.ilana.schema.migrate.lock.MigrationLock;
import dev.ilana.sql.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A dump that stands for the migrations it has, in a database that has none of them yet. */
record Dump(SchemaDump schema, MigratorSettings settings) {

    /** The tables of the migrator in the schema that is migrated; none where its history is in another. */
    static Mono<Set<String>> ownTables(Database migrated, History history) {
        return Session.schemaOf(migrated)
                .zipWith(Session.schemaOf(history.database()))
                .map(schemas -> schemas.getT1().equals(schemas.getT2())
                        ? Set.of(history.table(), MigrationLock.leaseTable(history.table()))
                        : Set.of());
    }

    static QualifiedName historyTable(MigratorSettings settings) {
        return new QualifiedName(settings.schema(), settings.table());
    }

    List<MigrationName> names() {
        return schema.migrations().stream().map(MigrationName::new).toList();
    }

    /** True when all that it has is wanted, so that it can stand for it. */
    boolean serves(MigrateOptions options) {
        return options.only().isEmpty() && names().stream().allMatch(options::includes);
    }

    /** Itself when the database is as empty as it must be; empty when there is a history already. */
    Mono<Dump> wanted(Database database, History history) {
        return history.entries().filter(List::isEmpty).flatMap(none -> {
            schema.requireLoadable(historyTable(settings));
            return others(database, history).map(others -> {
                if (!others.isEmpty()) {
                    throw new DatabaseNotEmptyException(others);
                }
                return this;
            });
        });
    }

    private static Mono<List<QualifiedName>> others(Database database, History history) {
        return ownTables(database, history)
                .flatMap(own -> Catalog.of(database)
                        .tables()
                        .filter(table -> !own.contains(table.name()))
                        .collectList());
    }

    /** What loading it would be; nothing is done. */
    Loaded pretended() {
        return new Loaded(names(), schema.statements(), Duration.ZERO);
    }

    /** Loads it, history and all: whole or not at all where the database can undo definitions. */
    Mono<MigrationEvent> load(Session session) {
        return Mono.defer(() -> {
            long start = System.nanoTime();
            return session.database()
                    .onDedicatedConnection(
                            UnaryOperator.identity(),
                            own -> session.impatient(own).then(run(own)))
                    .then(Mono.fromSupplier(() ->
                            new Loaded(names(), schema.statements(), Duration.ofNanos(System.nanoTime() - start))));
        });
    }

    private Mono<Void> run(Database own) {
        // One without entries may be there, and the dump brings its own.
        Mono<Void> all = Schema.on(own)
                .dropIfExists(historyTable(settings).toString())
                .thenMany(Flux.fromIterable(schema.statements()))
                .concatMap(sql -> own.executor().update(Sql.of(sql)))
                .then(new History(own, historyTable(settings).toString())
                        .entries()
                        .doOnNext(entries -> schema.requireLoaded(entries.stream()
                                .map(entry -> entry.name().value())
                                .toList())))
                .then();
        return own.dialect().supports(Capability.TRANSACTIONAL_DDL)
                ? own.transaction(() -> all.contextWrite(own.use()))
                : all;
    }
}
