package dev.ilana.schema.migrate;

import dev.ilana.connection.Database;
import dev.ilana.schema.migrate.lock.MigrationLock;
import dev.ilana.sql.Sql;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The connection of a migrator's own, by which it has the lock and the history; it is no part of anybody's transaction. */
record ControlConnection(Database database, MigratorSettings settings) {

    /** Opens it, in the history's schema, for the work, and closes it. */
    <T> Flux<T> use(Function<Database, Publisher<T>> work) {
        String schema = settings.schema();
        return database.onDedicatedConnection(
                UnaryOperator.identity(),
                own -> schema == null
                        ? work.apply(own)
                        : own.executor()
                                .update(Sql.of(SessionGrammar.of(own.dialect()).useSchema(schema)))
                                .thenMany(Flux.defer(() -> work.apply(own))));
    }

    /** How the migrations stand now. */
    Mono<Plan> plan(MigrationSet migrations) {
        return use(own -> LockedRun.plan(migrations, history(own))).next();
    }

    MigrationLock lock(Database own) {
        return new MigrationLock(own, settings.table(), settings.lock());
    }

    History history(Database own) {
        return new History(own, settings.table());
    }
}
