package dev.ilana.connection;

import org.jspecify.annotations.Nullable;

/** A connection that a transaction holds, and those that the transactions around it hold, for as long as it runs. */
final class Held {

    private final @Nullable Held around;
    /** How many chains that hold it wait for one more; guarded by the {@link Starvation} that counts. */
    private int waiting;

    private volatile boolean givenBack;

    Held(@Nullable Held around) {
        this.around = around;
    }

    @Nullable Held around() {
        return around;
    }

    void giveBack() {
        givenBack = true;
    }

    boolean isGivenBack() {
        return givenBack;
    }

    /** Whether none had waited before. */
    boolean startWaiting() {
        return waiting++ == 0;
    }

    /** Whether none waits any more. */
    boolean stopWaiting() {
        return --waiting == 0;
    }
}
