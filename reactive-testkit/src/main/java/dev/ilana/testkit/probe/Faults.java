package dev.ilana.testkit.probe;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The faults that are still to come. */
final class Faults {

    private final List<Waiting> waiting = new ArrayList<>();

    /** A fault, and how many statements it has seen. */
    private static final class Waiting {

        private final Fault fault;
        private int seen;

        private Waiting(Fault fault) {
            this.fault = fault;
        }
    }

    synchronized void add(Fault fault) {
        waiting.add(new Waiting(fault));
    }

    synchronized void clear() {
        waiting.clear();
    }

    /** Those that happen with this statement. */
    synchronized List<Fault> of(String sql) {
        List<Fault> due = new ArrayList<>();
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
            Waiting next = all.next();
            if (next.fault.concerns(sql) && ++next.seen >= next.fault.statement()) {
                due.add(next.fault);
                if (!next.fault.isAlways()) {
                    all.remove();
                }
            }
        }
        return due;
    }
}
