package dev.ilana.cli.tinker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a snippet. */
sealed interface Evaluation {

    /** The value of an expression. */
    record Value(@Nullable Object value) implements Evaluation {}

    /**
     * There is nothing to be shown.
     *
     * @param missing what a declaration needs before it can be used
     */
    record Done(List<String> missing) implements Evaluation {}

    /** It does not compile. */
    record Rejected(List<Problem> problems) implements Evaluation {}

    /** It failed. */
    record Failed(Throwable error) implements Evaluation {}

    /**
     * What the compiler says.
     *
     * @param position in the snippet
     */
    record Problem(String message, int position) {}
}
