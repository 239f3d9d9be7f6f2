package dev.ilana.schema.migrate.lock;

import reactor.core.publisher.Mono;

/** One way to hold a lock, and one holder's part in it. Every call is made on the holder's own connection. */
interface LockMethod {

    /** True when the lock is held from now on. It never waits. */
    Mono<Boolean> tryAcquire();

    /** Completes while the lock is held; fails with a {@link MigrationLockLostException} when it is not any more. */
    Mono<Void> beat();

    /** Frees the lock where it is this holder's; does nothing where it is not. */
    Mono<Void> release();

    /** {@link #release}, and takes away the table by which the lock is held, where there is one. */
    Mono<Void> dissolve();

    /** Who holds it; empty when nobody does. */
    Mono<LockHolder> holder();

    /** Takes the lock from whoever holds it; gives who that was, and is empty when nobody did. */
    Mono<LockHolder> takeAway();
}
