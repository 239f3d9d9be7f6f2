package dev.ilana.schema.migrate;

import dev.ilana.connection.Database;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.sql.Sql;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a run has while it holds the lock.
 *
 * @param database the one being migrated
 * @param control the same by the connection that holds the lock
 * @param history written through {@code control}
 * @param schema where the history is
 */
record Session(Database database, Database control, History history, String schema, MigratorSettings settings) {

    /** The schema in which a connection makes and finds names. */
    static Mono<String> schemaOf(Database own) {
        return Catalog.of(own).currentSchema();
    }

    /** So that no statement of that connection waits for ever for a lock. */
    Mono<Void> impatient(Database own) {
        List<String> statements = SessionGrammar.of(own.dialect()).lockTimeout(settings.lockTimeout());
        return Flux.fromIterable(statements)
                .concatMap(sql -> own.executor().update(Sql.of(sql)))
                .then();
    }
}
