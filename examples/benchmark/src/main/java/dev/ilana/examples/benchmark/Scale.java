package dev.ilana.examples.benchmark;

import java.util.Locale;

/**
 * How much is done.
 *
 * @param users rows in the table
 * @param warmUps rounds that are not counted
 * @param rounds rounds that are
 * @param finds finds a round
 * @param reads reads of many users a round
 * @param readSize users a read
 * @param inserts inserts of many users a round
 * @param insertSize users an insert
 * @param made users that a factory makes a round
 */
record Scale(
        int users, int warmUps, int rounds, int finds, int reads, int readSize, int inserts, int insertSize, int made) {

    /** Rounds of about a second: the clock of CPU time ticks in hundredths. */
    static final Scale FULL = new Scale(10_000, 4, 11, 15_000, 600, 1_000, 8, 10_000, 5_000);

    static final Scale QUICK = new Scale(10_000, 3, 7, 8_000, 250, 1_000, 4, 10_000, 2_000);

    /**
     * The scale of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Scale named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "full" -> FULL;
            case "quick" -> QUICK;
            default -> throw new IllegalArgumentException("\"" + name + "\" is neither quick nor full");
        };
    }
}
