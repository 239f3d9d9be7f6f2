package dev.ilana.schema.migrate.lock;

import dev.ilana.connection.Database;
import dev.ilana.query.Query;
import dev.ilana.query.Row;
import dev.ilana.sql.Sql;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A lock that the server frees when the session ends, by the statements of one database. */
final class SessionLock implements LockMethod {

    private final Database database;
    private final SessionLockSql sql;
    private final String process;

    SessionLock(Database database, SessionLockSql sql, String process) {
        this.database = database;
        this.sql = sql;
        this.process = process;
    }

    @Override
    public Mono<Boolean> tryAcquire() {
        return introduced().then(isTrue(sql.acquire()));
    }

    /** So that others see who holds it. A name has no quotes in it. */
    private Mono<Void> introduced() {
        return Flux.fromIterable(sql.introduce(process.replaceAll("[^\\w.: -]", "_")))
                .concatMap(statement -> database.executor().update(Sql.of(statement)))
                .then();
    }

    /**
     * True when this is a session of its own and the server has real locks of sessions: a proxy that pools transactions gives
     * the next statement another session, and some servers take the function's call and lock nothing.
     */
    Mono<Boolean> isReal() {
        String whole = sql.whole();
        return whole == null ? locks() : isTrue(whole).flatMap(own -> own ? locks() : Mono.just(false));
    }

    private Mono<Boolean> locks() {
        return isTrue(sql.acquire())
                .flatMap(acquired -> acquired
                        ? isTrue(sql.held()).flatMap(held -> release().thenReturn(held))
                        // Someone else has it, so there are such locks.
                        : Mono.just(true));
    }

    @Override
    public Mono<Void> beat() {
        return isTrue(sql.held())
                .flatMap(held -> held
                        ? Mono.empty()
                        : Mono.error(new MigrationLockLostException(
                                "the session that asks is not the one that has it; behind a proxy that pools"
                                        + " transactions, use a lease")));
    }

    @Override
    public Mono<Void> release() {
        return rows(sql.release()).then();
    }

    @Override
    public Mono<Void> dissolve() {
        return release();
    }

    @Override
    public Mono<LockHolder> holder() {
        return rows(sql.holder())
                .next()
                .map(row -> new LockHolder(row.toMap().entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "))));
    }

    @Override
    public Mono<LockHolder> takeAway() {
        return holder().flatMap(holder -> rows(sql.holderId())
                .next()
                .flatMapMany(row -> rows(sql.end(Long.parseLong(String.valueOf(row.get("id"))))))
                .then(Mono.just(holder)));
    }

    private Mono<Boolean> isTrue(String query) {
        return rows(query)
                .next()
                .map(row -> {
                    Object value = row.toMap().values().iterator().next();
                    return Boolean.TRUE.equals(value) || (value instanceof Number number && number.longValue() == 1);
                })
                .defaultIfEmpty(false);
    }

    private Flux<Row> rows(String statement) {
        return Query.raw(statement).contextWrite(database.use());
    }
}
