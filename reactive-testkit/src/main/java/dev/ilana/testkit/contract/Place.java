package dev.ilana.testkit.contract;

import dev.ilana.testkit.contract.Attack.Kind;
import java.util.List;
import java.util.function.Function;

/**
 * One of the texts that a method of the API takes.
 *
 * @param position of the parameter; of a map its keys or its values, as {@code "0 key"}
 * @param kinds what a text becomes there
 * @param harmless what is there while a hostile text is elsewhere
 */
record Place(String position, List<Kind> kinds, String harmless) {

    /** A column by its name, or a key in its JSON. */
    static Place column(int position, String harmless) {
        return new Place(String.valueOf(position), List.of(Kind.NAME, Kind.PATH), harmless);
    }

    static Place name(int position, String harmless) {
        return name(String.valueOf(position), harmless);
    }

    static Place name(String position, String harmless) {
        return new Place(position, List.of(Kind.NAME), harmless);
    }

    static Place word(int position, String harmless) {
        return new Place(String.valueOf(position), List.of(Kind.WORD), harmless);
    }

    static Place value(int position, String harmless) {
        return value(String.valueOf(position), harmless);
    }

    static Place value(String position, String harmless) {
        return new Place(position, List.of(Kind.VALUE), harmless);
    }

    static Place lookup(int position, String harmless) {
        return lookup(String.valueOf(position), harmless);
    }

    static Place lookup(String position, String harmless) {
        return new Place(position, List.of(Kind.LOOKUP), harmless);
    }

    /** What is said of each place, once for everything that a text becomes there. */
    interface Told {

        /** @param texts gives the method's texts for a hostile one: that at its place, and harmless ones at the others */
        void of(Kind kind, String position, Function<String, String[]> texts);
    }

    static void each(List<Place> places, Told told) {
        for (int i = 0; i < places.size(); i++) {
            int at = i;
            for (Kind kind : places.get(i).kinds()) {
                told.of(kind, places.get(i).position(), hostile -> {
                    String[] texts = places.stream().map(Place::harmless).toArray(String[]::new);
                    texts[at] = in(kind, hostile);
                    return texts;
                });
            }
        }
    }

    /** The text as it is written in a place of that kind: a key in JSON stands behind the column that has it. */
    static String in(Kind kind, String hostile) {
        return kind == Kind.PATH ? "doc->" + hostile : hostile;
    }
}
