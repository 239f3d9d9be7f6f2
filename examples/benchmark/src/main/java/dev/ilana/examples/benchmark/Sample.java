package dev.ilana.examples.benchmark;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** What one round took, an operation. */
record Sample(double opsPerSecond, double cpuMicros, double allocatedBytes) {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    /** Does the work, which is so many operations, and measures it. */
    static Sample of(int operations, Runnable work) {
        long before = allocated();
        long cpu = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuMicros = (PROCESS.getProcessCpuTime() - cpu) / 1e3;
        double bytes = allocated() - before;
        return new Sample(operations / seconds, cpuMicros / operations, bytes / operations);
    }

    /** Of the threads that live: those that work here, the driver's event loops, live as long as the JVM. */
    private static long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
