package dev.ilana.connection;

import org.jspecify.annotations.Nullable;

/**
 * What became of the work of a transaction, or of a savepoint within it.
 *
 * <p>Who did a part of the work keeps this and asks when it matters. So a transaction remembers none of those who worked in
 * it, however many they are.
 */
public final class Outcome {

    private enum State {
        OPEN,
        KEPT,
        TAKEN_BACK
    }

    private volatile State state = State.OPEN;
    /** The outcome that this one shares since its savepoint was released. */
    private volatile @Nullable Outcome shared;

    Outcome() {}

    void keep() {
        state = State.KEPT;
    }

    void takeBack() {
        state = State.TAKEN_BACK;
    }

    /** The savepoint is released: its work is the other's now. */
    void share(Outcome outer) {
        shared = outer;
    }

    /** Whether the work was rolled back. */
    public boolean isTakenBack() {
        return current().state == State.TAKEN_BACK;
    }

    /** Whether the work is there to stay. */
    public boolean isKept() {
        return current().state == State.KEPT;
    }

    /** This one, or that which it shares. */
    public Outcome current() {
        Outcome outcome = this;
        for (Outcome next = shared; next != null; next = outcome.shared) {
            outcome = next;
        }
        return outcome;
    }
}
