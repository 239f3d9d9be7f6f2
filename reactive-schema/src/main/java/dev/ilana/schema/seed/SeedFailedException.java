package dev.ilana.schema.seed;

import dev.ilana.error.IlanaException;
import java.util.List;

/** A seeder, or a table of a plan, that failed; its cause says of what. Those after it did not run. */
public final class SeedFailedException extends IlanaException {

    private static final int MOST_SHOWN = 10;

    private final String seed;
    private final long rows;
    private final transient List<String> done;

    SeedFailedException(String seed, long rows, List<String> done, Throwable cause) {
        super(
                seed + " failed" + (rows == 0 ? "" : " after " + rows + " rows, which stay") + ": " + cause.getMessage()
                        + (done.isEmpty() ? "; nothing was done before" : "; done before: " + shown(done)),
                cause);
        this.seed = seed;
        this.rows = rows;
        this.done = List.copyOf(done);
    }

    private static String shown(List<String> done) {
        int more = done.size() - MOST_SHOWN;
        return String.join(", ", done.subList(0, Math.min(done.size(), MOST_SHOWN)))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** The seeder or the table. */
    public String seed() {
        return seed;
    }

    /** How many rows it was seen to write before, and that stay. */
    public long rows() {
        return rows;
    }

    /** What was done before and stays, in its order: {@code users: 3 rows}. */
    public List<String> done() {
        return done;
    }
}
