package dev.ilana.schema.prisma;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Names in code for what has a name in the database: the same name where it can be one, as {@code prisma db pull} leaves
 * it; no two are the same.
 */
final class CodeNames {

    /** Longer ones would leave no room for what makes two names differ. */
    private static final int MAX_LENGTH = 120;

    private final Set<String> taken;

    CodeNames() {
        this(Set.of());
    }

    /** @param taken the names that are none of these */
    CodeNames(Collection<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** A name that is not taken yet, and is then. */
    String free(String wanted) {
        String name = name(wanted);
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    /** The letters, digits and lines of it, which must begin with a letter. */
    private static String name(String wanted) {
        String plain = wanted.replaceAll("[^A-Za-z0-9_]", "_").replaceFirst("^_+(?=[A-Za-z])", "");
        String name = plain.matches("[A-Za-z].*") ? plain : "Renamed" + plain;
        return name.substring(0, Math.min(name.length(), MAX_LENGTH));
    }
}
