package dev.ilana.schema.definition;

import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import org.jspecify.annotations.Nullable;

/**
 * What a database takes for what a sequence does not say.
 *
 * @param least the least number that a sequence can have
 * @param greatest the greatest one
 * @param cache how many numbers are ready
 */
public record SequenceLimits(long least, long greatest, long cache) {

    /** What a database without sequences can do instead. */
    public static final String INSTEAD = "let a column count up, or keep the number in a row that is locked";

    /**
     * Those of that database.
     *
     * @throws dev.ilana.error.UnsupportedFeatureException when it has no sequences
     */
    public static SequenceLimits of(Dialect dialect) {
        dialect.require(Capability.SEQUENCE, INSTEAD);
        if (dialect == Dialects.MARIADB) {
            return new SequenceLimits(Long.MIN_VALUE + 1, Long.MAX_VALUE - 1, 1_000);
        }
        // One below, H2 loses count of a sequence that goes down, and refuses to have any of its numbers ready.
        return dialect == Dialects.H2
                ? new SequenceLimits(Long.MIN_VALUE + 1, Long.MAX_VALUE, 32)
                : new SequenceLimits(Long.MIN_VALUE, Long.MAX_VALUE, 1);
    }

    /** The sequence with all said but its cache. */
    public SequenceDefinition said(SequenceDefinition sequence) {
        boolean up = sequence.increment() > 0;
        Long least = sequence.least() != null ? sequence.least() : Long.valueOf(up ? 1 : this.least);
        Long greatest = sequence.greatest() != null ? sequence.greatest() : Long.valueOf(up ? this.greatest : -1);
        Long start = sequence.start() != null ? sequence.start() : (up ? least : greatest);
        return new SequenceDefinition(
                sequence.name(), start, sequence.increment(), least, greatest, sequence.cache(), sequence.cycles());
    }

    /** The sequence without what the database would take by itself. */
    public SequenceDefinition unsaid(SequenceDefinition sequence) {
        SequenceDefinition usual = said(SequenceDefinition.of(sequence.name()).incrementedBy(sequence.increment()));
        SequenceDefinition bounded = new SequenceDefinition(
                sequence.name(),
                null,
                sequence.increment(),
                sequence.least() != null && sequence.least() < least ? null : other(sequence.least(), usual.least()),
                other(sequence.greatest(), usual.greatest()),
                other(sequence.cache(), cache),
                sequence.cycles());
        Long start = other(sequence.start(), said(bounded).start());
        return start == null ? bounded : bounded.startingWith(start);
    }

    /** Whether one that is there is what another one is to be: what that does not say of its cache may be as it is. */
    public boolean isAlready(SequenceDefinition present, SequenceDefinition wanted) {
        long ready = present.cache() == null ? cache : present.cache();
        return said(present).withCache(null).equals(said(wanted).withCache(null))
                && (wanted.cache() == null || wanted.cache() == ready);
    }

    private static @Nullable Long other(@Nullable Long number, @Nullable Long usual) {
        return number == null || number.equals(usual) ? null : number;
    }
}
