package dev.ilana.schema.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Which keys of two tables are the same. They are known by what they are: a name tells only which one is meant of several
 * alike.
 *
 * @param <K> the kind of key
 */
record KeyPairs<K>(List<Pair<K>> pairs, List<K> onlyInFrom, List<K> onlyInTo) {

    /** Two that are the same. */
    record Pair<K>(K from, K to) {}

    static <K> KeyPairs<K> of(List<K> from, List<K> to, Function<K, ?> shape, BiPredicate<K, K> haveOneName) {
        List<K> left = new ArrayList<>(from);
        List<Pair<K>> pairs = new ArrayList<>();
        List<K> single = new ArrayList<>();
        List<K> nameless = new ArrayList<>();
        for (K wanted : to) {
            pair(left, wanted, shape, (present, same) -> haveOneName.test(present, same), pairs, nameless);
        }
        for (K wanted : nameless) {
            pair(left, wanted, shape, (present, same) -> true, pairs, single);
        }
        return new KeyPairs<>(pairs, left, single);
    }

    private static <K> void pair(
            List<K> left,
            K wanted,
            Function<K, ?> shape,
            BiPredicate<K, K> fits,
            List<Pair<K>> pairs,
            List<K> unpaired) {
        for (K present : left) {
            if (shape.apply(present).equals(shape.apply(wanted)) && fits.test(present, wanted)) {
                left.remove(present);
                pairs.add(new Pair<>(present, wanted));
                return;
            }
        }
        unpaired.add(wanted);
    }
}
