package dev.ilana.examples.benchmark;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** What one turn took, an operation. */
record Sample(double opsPerSecond, double cpuMicros, double allocatedBytes) implements Serializable {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    /** Does the work, which gives how many operations it was, and measures it. */
    static Sample of(LongSupplier work) {
        long before = allocated();
        long cpu = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        double operations = work.getAsLong();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuMicros = (PROCESS.getProcessCpuTime() - cpu) / 1e3;
        double bytes = allocated() - before;
        return new Sample(operations / seconds, cpuMicros / operations, bytes / operations);
    }

    /** Of the threads that live: those that work here, the drivers' and the pools', live as long as the JVM. */
    private static long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
