package dev.ilana.examples.quickstart;

/** How much more of the heap is alive, while many objects pass by, than before the first. */
final class HeapWatch {

    private final long before = alive();
    private final int interval;
    private long passed;
    private long most;

    private HeapWatch(int interval) {
        this.interval = interval;
    }

    /** Looks at the heap each time so many have passed, which costs a garbage collection. */
    static HeapWatch lookingEach(int interval) {
        return new HeapWatch(interval);
    }

    void pass(Object unused) {
        if (++passed % interval == 0) {
            most = Math.max(most, alive() - before);
        }
    }

    /** The most that was seen, in MiB. */
    double most() {
        return most / 1024.0 / 1024.0;
    }

    /** The most heap there can be, in MiB. */
    static long limit() {
        return Runtime.getRuntime().maxMemory() / 1024 / 1024;
    }

    private static long alive() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
