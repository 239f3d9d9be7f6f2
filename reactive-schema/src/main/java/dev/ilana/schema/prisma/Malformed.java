package dev.ilana.schema.prisma;

import dev.ilana.error.IlanaException;
import dev.ilana.error.Shown;
import dev.ilana.schema.prisma.syntax.MalformedPrismaException;
import dev.ilana.schema.prisma.syntax.Name;
import dev.ilana.schema.prisma.syntax.Position;
import dev.ilana.schema.prisma.syntax.Spelling;
import java.util.Collection;
import java.util.function.Supplier;

/** The errors of a file that can be read, but does not say what can be. */
final class Malformed {

    private Malformed() {}

    static MalformedPrismaException at(Position position, String what) {
        return new MalformedPrismaException(position, what);
    }

    /** A word that is not among the known ones. */
    static MalformedPrismaException unknown(String what, Name word, Collection<String> known) {
        return at(
                word.position(),
                "unknown " + what + " \"" + Shown.of(word.text()) + "\"" + Spelling.hint(word.text(), known));
    }

    /** What a definition makes of it; where that refuses, the same error with its place. */
    static <T> T placed(Position position, Supplier<T> definition) {
        try {
            return definition.get();
        } catch (MalformedPrismaException placed) {
            throw placed;
        } catch (IlanaException refused) {
            throw at(position, String.valueOf(refused.getMessage()));
        }
    }
}
