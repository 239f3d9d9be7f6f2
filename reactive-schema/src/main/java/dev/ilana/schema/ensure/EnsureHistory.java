package dev.ilana.schema.ensure;

import dev.ilana.connection.Database;
import dev.ilana.query.Query;
import dev.ilana.query.Row;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.OwnTables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table that remembers which schemas a database was given, and by which statements. */
record EnsureHistory(Database database) {

    private static final String TABLE = OwnTables.SCHEMAS;

    private static final String BETWEEN = ";\n";

    Mono<Void> createIfMissing() {
        return Schema.on(database).createIfNotExists(TABLE, t -> {
            t.id();
            t.string("hash", 36);
            t.longText("statements");
            t.timestamp("applied_at");
        });
    }

    Mono<Void> add(SchemaPlan plan) {
        return query().insert(Map.of(
                        "hash",
                        plan.hash(),
                        "statements",
                        String.join(BETWEEN, plan.difference().statements()),
                        "applied_at",
                        Instant.now()))
                .then();
    }

    /** In the order of being given; none where the library never gave one. */
    Flux<EnsuredSchema> entries() {
        return Schema.on(database)
                .hasTable(TABLE)
                .flatMapMany(exists -> exists ? query().orderBy("id").get().map(EnsureHistory::read) : Flux.empty());
    }

    private static EnsuredSchema read(Row row) {
        String statements = Objects.requireNonNull(row.get("statements", String.class));
        return new EnsuredSchema(
                Objects.requireNonNull(row.get("hash", String.class)),
                statements.isEmpty() ? List.of() : List.of(statements.split(BETWEEN)),
                Objects.requireNonNull(row.get("applied_at", Instant.class)));
    }

    private Query query() {
        return Query.table(TABLE).on(database);
    }
}
