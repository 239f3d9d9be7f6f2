package dev.ilana.schema.migrate.lock;

import static java.util.Objects.requireNonNull;

import dev.ilana.connection.Database;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.query.Query;
import dev.ilana.query.Row;
import dev.ilana.schema.build.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A row that names its holder and counts its heartbeats. No clock is compared with another: who waits looks on, and takes
 * the row over when the count has not moved for the length of the lease.
 */
final class LeaseLock implements LockMethod {

    private static final String NAME = "migrations";

    private record Seen(String holder, long beat) {}

    private final Database database;
    private final String table;
    private final Duration lease;
    private final String self;

    private @Nullable Seen seen;
    private long seenAt;
    private long beats;
    private volatile boolean released;

    LeaseLock(Database database, String table, Duration lease, String process) {
        this.database = database;
        this.table = table;
        this.lease = lease;
        this.self = process + " " + UUID.randomUUID();
    }

    /** A cancel does not stop it: the row may be written after all, and then is given back by what wrote it. */
    @Override
    public Mono<Boolean> tryAcquire() {
        return database.toItsEnd(Mono.defer(() -> released ? Mono.empty() : createIfMissing())
                .then(Mono.defer(this::tryRow))
                .delayUntil(held -> released ? mine().delete() : Mono.empty()));
    }

    private Mono<Boolean> tryRow() {
        return row().flatMap(row -> look(read(row)))
                .switchIfEmpty(Mono.defer(this::insert))
                // One that wiped the database may have taken the table with it since.
                .onErrorResume(error -> Schema.on(database)
                        .hasTable(table)
                        .flatMap(exists -> exists ? Mono.error(error) : Mono.just(false)));
    }

    private Mono<Boolean> insert() {
        return query().insert(Map.of("name", NAME, "holder", self, "beats", 0L, "since", Instant.now()))
                .thenReturn(true)
                .onErrorResume(UniqueViolationException.class, error -> Mono.just(false));
    }

    private Mono<Boolean> look(Seen now) {
        if (!now.equals(seen)) {
            seen = now;
            seenAt = System.nanoTime();
            return Mono.just(false);
        }
        if (System.nanoTime() - seenAt < lease.toNanos()) {
            return Mono.just(false);
        }
        return query().where("name", NAME)
                .where("holder", now.holder())
                .where("beats", now.beat())
                .update(Map.of("holder", self, "beats", 0L, "since", Instant.now()))
                .map(rows -> rows == 1);
    }

    @Override
    public Mono<Void> beat() {
        return Mono.defer(() -> {
                    beats++;
                    return mine().update(Map.of("beats", beats));
                })
                .flatMap(rows -> rows == 1
                        ? Mono.empty()
                        : Mono.error(new MigrationLockLostException("another migrator has taken the lease, as it saw no"
                                + " heartbeat for " + lease.toMillis() + " ms, or it was unlocked")));
    }

    @Override
    public Mono<Void> release() {
        return Mono.defer(() -> {
            // Before the row goes: a try that writes it after that sees this.
            released = true;
            return mine().delete().then();
        });
    }

    /** With our row in it: nobody can have taken the lock meanwhile. Who waits makes the table again. */
    @Override
    public Mono<Void> dissolve() {
        return mine().count()
                .map(rows -> rows == 1)
                .flatMap(ours -> ours ? Schema.on(database).drop(table) : Mono.empty());
    }

    @Override
    public Mono<LockHolder> holder() {
        return Schema.on(database)
                .hasTable(table)
                .flatMap(exists -> exists ? row() : Mono.empty())
                .map(row -> new LockHolder(withoutToken(read(row).holder()) + ", since " + row.get("since")));
    }

    private static String withoutToken(String holder) {
        return holder.substring(0, Math.max(0, holder.lastIndexOf(' ')));
    }

    @Override
    public Mono<LockHolder> takeAway() {
        return holder().flatMap(holder -> query().where("name", NAME).delete().thenReturn(holder));
    }

    private Query query() {
        return Query.table(table).on(database);
    }

    private Query mine() {
        return query().where("name", NAME).where("holder", self);
    }

    private Mono<Row> row() {
        return query().where("name", NAME).first();
    }

    private static Seen read(Row row) {
        return new Seen(requireNonNull(row.get("holder", String.class)), requireNonNull(row.get("beats", Long.class)));
    }

    /** Two may make it at once, of which one fails; what counts is that it is there. */
    private Mono<Void> createIfMissing() {
        Schema schema = Schema.on(database);
        return schema.createIfNotExists(table, t -> {
                    t.string("name", 40).primary();
                    t.string("holder", 200);
                    t.bigInteger("beats");
                    t.timestamp("since");
                })
                .onErrorResume(
                        error -> schema.hasTable(table).flatMap(exists -> exists ? Mono.empty() : Mono.error(error)));
    }
}
