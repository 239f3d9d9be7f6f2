package dev.ilana.schema.migrate;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.query.Query;
import dev.ilana.query.Row;
import dev.ilana.schema.build.Schema;
import dev.ilana.sql.Names;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The table that remembers which migrations were applied, in which run and when. */
final class History {

    private final Database database;
    private final String table;

    History(Database database, String table) {
        this.database = database;
        this.table = Names.check(table);
    }

    Mono<Void> createIfMissing() {
        return Schema.on(database).createIfNotExists(table, t -> {
            t.id();
            t.string("migration").unique();
            t.integer("batch");
            t.timestamp("applied_at");
        });
    }

    /** What was applied, in that order; an empty list when nothing was, or there is no history yet. */
    Mono<List<AppliedMigration>> applied() {
        Mono<List<AppliedMigration>> rows =
                query().orderBy("id").get().map(this::read).collectList();
        return Schema.on(database).hasTable(table).flatMap(exists -> exists ? rows : Mono.just(List.of()));
    }

    Mono<Void> add(MigrationName name, int batch) {
        return query().insert(Map.of("migration", name.value(), "batch", batch, "applied_at", Instant.now()))
                .then();
    }

    Mono<Void> remove(MigrationName name) {
        return query().where("migration", name.value()).delete().then();
    }

    private Query query() {
        return Query.table(table).on(database);
    }

    private AppliedMigration read(Row row) {
        return new AppliedMigration(
                new MigrationName(given(row.get("migration", String.class))),
                given(row.get("batch", Integer.class)),
                given(row.get("applied_at", Instant.class)));
    }

    private <T> T given(@Nullable T value) {
        if (value == null) {
            throw new InvalidUsageException("the table \"" + table + "\" has a null where migrations write none");
        }
        return value;
    }
}
