package dev.ilana.schema.migrate;

import dev.ilana.connection.Database;
import dev.ilana.query.Query;
import dev.ilana.query.Row;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.definition.QualifiedName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The table that remembers which migrations were applied, in which run and when, and which are under way. */
record History(Database database, String table) {

    /** What is shown of a long statement must fit, and be readable. */
    private static final int MAX_STATEMENT = 2_000;

    Mono<Void> createIfMissing() {
        return Schema.on(database).createIfNotExists(table, t -> {
            t.id();
            t.string("migration", 190).unique();
            t.integer("batch");
            t.string("state", 20);
            t.string("checksum", 64).nullable();
            t.integer("statements");
            t.text("statement").nullable();
            t.timestamp("started_at");
            t.timestamp("finished_at").nullable();
        });
    }

    /** What it says, in the order of being applied; an empty list when nothing was, or there is no history yet. */
    Mono<List<HistoryEntry>> entries() {
        Mono<List<HistoryEntry>> rows =
                query().orderBy("id").get().map(History::read).collectList();
        return Schema.on(database).hasTable(table).flatMap(exists -> exists ? rows : Mono.just(List.of()));
    }

    /**
     * The statement that writes these entries to a history without any, all at once, so that there is never a part of
     * them; empty for none.
     */
    static Optional<String> written(List<HistoryEntry> entries, QualifiedName table, DdlGrammar grammar) {
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (HistoryEntry entry : entries) {
            Instant at = given(entry.finishedAt());
            rows.add(Arrays.<@Nullable Object>asList(
                    entry.name().value(), entry.batch(), entry.state().stored(), entry.checksum(), 0, at, at));
        }
        List<String> columns =
                List.of("migration", "batch", "state", "checksum", "statements", "started_at", "finished_at");
        return rows.isEmpty() ? Optional.empty() : Optional.of(grammar.insert(table, columns, rows));
    }

    /** The same history, written through another connection. */
    History on(Database other) {
        return new History(other, table);
    }

    Mono<Void> add(MigrationName name, int batch, EntryState state, @Nullable String checksum) {
        Instant now = Instant.now();
        Map<String, Object> row = new HashMap<>(Map.of(
                "migration",
                name.value(),
                "batch",
                batch,
                "state",
                state.stored(),
                "statements",
                0,
                "started_at",
                now));
        if (checksum != null) {
            row.put("checksum", checksum);
        }
        if (state == EntryState.APPLIED) {
            row.put("finished_at", now);
        }
        return query().insert(row).then();
    }

    /** How it stands now; what was noted of its statements stays. */
    Mono<Void> state(MigrationName name, EntryState state) {
        return of(name).update(Map.of("state", state.stored())).then();
    }

    /** A run begins: what was noted before does not count. */
    Mono<Void> begin(MigrationName name, EntryState state) {
        Map<String, @Nullable Object> row = withoutStatement();
        row.put("state", state.stored());
        row.put("statements", 0);
        row.put("started_at", Instant.now());
        return of(name).update(row).then();
    }

    /** The statement of that number is about to be sent. */
    Mono<Void> sending(MigrationName name, int number, String sql) {
        String shown = sql.length() <= MAX_STATEMENT ? sql : sql.substring(0, MAX_STATEMENT) + " …";
        return of(name).update(Map.of("statements", number, "statement", shown)).then();
    }

    Mono<Void> applied(MigrationName name, @Nullable String checksum) {
        Map<String, @Nullable Object> row = withoutStatement();
        row.put("state", EntryState.APPLIED.stored());
        row.put("finished_at", Instant.now());
        row.put("checksum", checksum);
        return of(name).update(row).then();
    }

    /** A map that can hold the null. */
    private static Map<String, @Nullable Object> withoutStatement() {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("statement", null);
        return row;
    }

    Mono<Void> remove(MigrationName name) {
        return of(name).delete().then();
    }

    private Query query() {
        return Query.table(table).on(database);
    }

    private Query of(MigrationName name) {
        return query().where("migration", name.value());
    }

    private static HistoryEntry read(Row row) {
        return new HistoryEntry(
                new MigrationName(given(row.get("migration", String.class))),
                given(row.get("batch", Integer.class)),
                EntryState.of(given(row.get("state", String.class))),
                row.get("checksum", String.class),
                given(row.get("statements", Integer.class)),
                row.get("statement", String.class),
                row.get("finished_at", Instant.class));
    }

    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new CorruptHistoryException("a null");
        }
        return value;
    }
}
