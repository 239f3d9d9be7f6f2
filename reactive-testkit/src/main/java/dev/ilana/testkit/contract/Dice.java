package dev.ilana.testkit.contract;

import java.util.Random;
import java.util.stream.IntStream;

/** Chance that comes again with its seed. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** True once in so many throws. */
    boolean chance(int in) {
        return below(in) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    IntStream numbersBelow(int bound) {
        return random.ints(0, bound);
    }

    <T> T one(T[] of) {
        return of[below(of.length)];
    }
}
