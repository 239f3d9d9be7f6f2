package dev.ilana.testkit.factory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers by key, each counted from 1, for any number of threads. */
final class Sequences {

    /** Those that all factories of the JVM share. */
    static final Sequences GLOBAL = new Sequences();

    private final Map<String, AtomicLong> numbers = new ConcurrentHashMap<>();

    long next(String key) {
        return numbers.computeIfAbsent(key, unused -> new AtomicLong()).incrementAndGet();
    }

    void reset(String key) {
        numbers.remove(key);
    }
}
