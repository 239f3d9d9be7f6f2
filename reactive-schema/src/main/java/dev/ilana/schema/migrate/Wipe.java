package dev.ilana.schema.migrate;

import static java.util.Objects.requireNonNull;

import dev.ilana.connection.Database;
import dev.ilana.query.Query;
import dev.ilana.schema.migrate.MigrationEvent.Dropped;
import dev.ilana.schema.migrate.SessionGrammar.Things;
import dev.ilana.sql.Sql;
import reactor.core.publisher.Flux;

/**
 * Drops all that is in the current schema: tables, views, sequences and types, but not functions, extensions and the
 * table that a lock may be held by.
 *
 * @param database of one connection, on which what is said before the first drop holds for the last
 */
record Wipe(Database database, String lockTable) {

    Flux<MigrationEvent> all() {
        return Flux.fromIterable(grammar().beforeDropping())
                .concatMap(sql -> database.executor().update(Sql.of(sql)))
                .thenMany(things())
                .concatMap(
                        dropped -> database.executor()
                                .update(Sql.of(grammar().drop(new Things(dropped.kind(), ""), dropped.name())))
                                .thenReturn(dropped),
                        1);
    }

    /** What would be dropped. Nothing is. */
    Flux<Dropped> things() {
        return Flux.fromIterable(grammar().things())
                .concatMap(
                        things -> Query.raw(things.names())
                                .map(row -> new Dropped(things.kind(), requireNonNull(row.get("name", String.class))))
                                .filter(thing -> !thing.name().equals(lockTable)),
                        1)
                .contextWrite(database.use());
    }

    private SessionGrammar grammar() {
        return SessionGrammar.of(database.dialect());
    }
}
