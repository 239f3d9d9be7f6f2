package dev.ilana.examples.quickstart;

import static dev.ilana.connection.TransactionOptions.attempts;

import dev.ilana.DB;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Karma that one user gives another, in a transaction. */
final class Transfer {

    private final int karma;
    private final User from;
    private final User to;
    private final AtomicInteger tries = new AtomicInteger();

    private Transfer(int karma, User from, User to) {
        this.karma = karma;
        this.from = from;
        this.to = to;
    }

    /** Two transfers at once, each holding the row that the other wants next: a deadlock, every time. */
    static Flux<Transfer> crosswise(User one, User other) {
        Meeting meeting = new Meeting();
        return Flux.merge(
                new Transfer(10, one, other).run(meeting.join()), new Transfer(3, other, one).run(meeting.join()));
    }

    private Mono<Transfer> run(Mono<Void> pause) {
        return DB.transaction(
                () -> {
                    tries.incrementAndGet();
                    return add(-karma, from).then(pause).then(add(karma, to)).thenReturn(this);
                },
                attempts(5));
    }

    /** The database adds: what was read before could be old by now. */
    private static Mono<Long> add(int karma, User user) {
        return DB.statement("update users set karma = karma + (" + karma + ") where id = " + user.id());
    }

    int tries() {
        return tries.get();
    }

    @Override
    public String toString() {
        return "%s gives %s %d karma".formatted(from.name(), to.name(), karma);
    }
}
