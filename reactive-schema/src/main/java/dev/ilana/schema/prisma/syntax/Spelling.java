package dev.ilana.schema.prisma.syntax;

import dev.ilana.error.Nearest;
import java.util.Collection;

/** The known words next to mistyped ones, in messages. */
public final class Spelling {

    /** More than a person reads. */
    private static final int MAX_LISTED = 20;

    private Spelling() {}

    /** A clause for the end of a message: the nearest word, or the known ones where none is near. */
    public static String hint(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return "; there is none";
        }
        String listed = known.stream()
                .limit(MAX_LISTED)
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
        String choice = "; it can be " + listed + (known.size() > MAX_LISTED ? " …" : "");
        return Nearest.of(word, known)
                .map(nearest -> "; did you mean \"" + nearest + "\"?")
                .orElse(choice);
    }
}
