package dev.ilana.schema.migrate;

import static java.util.Objects.requireNonNull;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.query.Query;
import dev.ilana.schema.migrate.MigrationEvent.Dropped;
import dev.ilana.schema.migrate.WipeGrammar.Things;
import dev.ilana.sql.Sql;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Drops all that is in the current schema: tables, views, sequences, types, functions and procedures, but not what
 * extensions brought.
 *
 * @param database of one connection, on which what is said before the first drop holds for the last
 * @param kept tables that stay: the one by which a lock is held
 */
record Wipe(Database database, Set<String> kept) {

    private static final Map<Dialect, WipeGrammar> GRAMMARS = Map.of(
            Dialects.POSTGRESQL, new PostgreSqlWipe(),
            Dialects.H2, new H2Wipe(),
            Dialects.MYSQL, new MySqlWipe(),
            Dialects.MARIADB, new MySqlWipe());

    Flux<MigrationEvent> all() {
        return Flux.fromIterable(grammar().beforeDropping())
                .concatMap(sql -> database.executor().update(Sql.of(sql)))
                .thenMany(Flux.fromIterable(grammar().things()))
                // Kind by kind: what went along with things of one kind is not looked for any more.
                .concatMap(
                        things -> named(things)
                                .collectList()
                                .flatMapMany(
                                        all -> Flux.fromIterable(all).concatMap(dropped -> drop(things, dropped), 1)),
                        1);
    }

    private Mono<MigrationEvent> drop(Things things, Dropped dropped) {
        return database.executor()
                .update(Sql.of(grammar().drop(things, dropped.name())))
                .thenReturn(dropped);
    }

    /** What would be dropped. Nothing is. */
    Flux<Dropped> things() {
        return Flux.fromIterable(grammar().things()).concatMap(this::named, 1);
    }

    private Flux<Dropped> named(Things things) {
        return Query.raw(things.names())
                .map(row -> new Dropped(things.kind(), requireNonNull(row.get("name", String.class))))
                .filter(thing -> !kept.contains(thing.name()))
                .contextWrite(database.use());
    }

    private WipeGrammar grammar() {
        Dialect dialect = database.dialect();
        WipeGrammar grammar = GRAMMARS.get(dialect);
        if (grammar == null) {
            throw new UnsupportedFeatureException(dialect.name(), "migrations", "use one of " + GRAMMARS.keySet());
        }
        return requireNonNull(grammar);
    }
}
