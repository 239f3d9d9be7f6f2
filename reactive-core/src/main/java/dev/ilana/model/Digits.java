package dev.ilana.model;

import dev.ilana.error.InvalidUsageException;

/**
 * How exact a number is.
 *
 * @param all how many digits it has
 * @param afterPoint how many of them stand after the point
 */
public record Digits(int all, int afterPoint) {
    public Digits {
        if (all < 1 || afterPoint < 0 || afterPoint > all) {
            throw new InvalidUsageException(
                    "a number of " + all + " digits can't have " + afterPoint + " of them after the point");
        }
    }
}
