package dev.ilana.schema.generate;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Names of which each is given once. */
final class TakenNames {

    private final Set<String> taken = new HashSet<>();
    private final UnaryOperator<String> form;

    private TakenNames(Collection<String> taken, UnaryOperator<String> form) {
        this.form = form;
        taken.forEach(name -> this.taken.add(form.apply(name)));
    }

    /** Beside those names. */
    static TakenNames beside(Collection<String> taken) {
        return new TakenNames(taken, name -> name);
    }

    /** Where two that differ only in small and capital letters are one, as the names of files are in places. */
    static TakenNames ofFiles() {
        return new TakenNames(Set.of(), name -> name.toUpperCase(Locale.ROOT));
    }

    /** The first of these that is free; else the last with a number. From now on it is taken. */
    String free(String... wanted) {
        for (String name : wanted) {
            if (taken.add(form.apply(name))) {
                return name;
            }
        }
        int number = 2;
        while (!taken.add(form.apply(wanted[wanted.length - 1] + number))) {
            number++;
        }
        return wanted[wanted.length - 1] + number;
    }
}
