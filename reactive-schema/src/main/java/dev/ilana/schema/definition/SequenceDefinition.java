package dev.ilana.schema.definition;

import dev.ilana.error.InvalidUsageException;
import org.jspecify.annotations.Nullable;

/**
 * A sequence that stands by itself, and gives a number to each who asks.
 *
 * @param start the first number; null for the least one, and of a sequence that goes down for the greatest
 * @param increment what each number is more than the one before it; one below zero makes it go down
 * @param least null for 1, and of a sequence that goes down for the least number that the database has
 * @param greatest null for the greatest number that the database has, and of a sequence that goes down for -1
 * @param cache how many numbers the server has ready; null for what is usual there
 * @param cycles whether it begins anew behind its last number; otherwise it has none any more
 */
public record SequenceDefinition(
        QualifiedName name,
        @Nullable Long start,
        long increment,
        @Nullable Long least,
        @Nullable Long greatest,
        @Nullable Long cache,
        boolean cycles) {

    /**
     * The sequence, once it holds together.
     *
     * @throws InvalidUsageException when it does not move, has no room, starts outside of it, or has less than one number
     *     ready
     */
    public SequenceDefinition {
        if (increment == 0) {
            throw new InvalidUsageException("sequence \"" + name + "\" is incremented by 0, so it would not move");
        }
        if (least != null && greatest != null && least >= greatest) {
            throw new InvalidUsageException(
                    "sequence \"" + name + "\" goes from " + least + " to " + greatest + ", which is no room");
        }
        if (start != null && least != null && start < least) {
            throw new InvalidUsageException(
                    "sequence \"" + name + "\" starts with " + start + ", but its least number is " + least);
        }
        if (start != null && greatest != null && start > greatest) {
            throw new InvalidUsageException(
                    "sequence \"" + name + "\" starts with " + start + ", but its greatest number is " + greatest);
        }
        if (cache != null && cache < 1) {
            throw new InvalidUsageException("sequence \"" + name + "\" has " + cache + " numbers ready; at least 1");
        }
    }

    /** 1, 2, 3 and so on. */
    public static SequenceDefinition of(QualifiedName name) {
        return new SequenceDefinition(name, null, 1, null, null, null, false);
    }

    public SequenceDefinition withName(QualifiedName other) {
        return new SequenceDefinition(other, start, increment, least, greatest, cache, cycles);
    }

    /** @param numbers null for what is usual */
    public SequenceDefinition withCache(@Nullable Long numbers) {
        return new SequenceDefinition(name, start, increment, least, greatest, numbers, cycles);
    }

    public SequenceDefinition startingWith(long number) {
        return new SequenceDefinition(name, number, increment, least, greatest, cache, cycles);
    }

    /** Below zero, it goes down. */
    public SequenceDefinition incrementedBy(long step) {
        return new SequenceDefinition(name, start, step, least, greatest, cache, cycles);
    }

    public SequenceDefinition atLeast(long number) {
        return new SequenceDefinition(name, start, increment, number, greatest, cache, cycles);
    }

    public SequenceDefinition atMost(long number) {
        return new SequenceDefinition(name, start, increment, least, number, cache, cycles);
    }

    /** The server has that many numbers ready; those are lost when it stops, or with the session. */
    public SequenceDefinition caching(long numbers) {
        return withCache(numbers);
    }

    /** Behind its last number it begins anew. */
    public SequenceDefinition cycling() {
        return new SequenceDefinition(name, start, increment, least, greatest, cache, true);
    }
}
