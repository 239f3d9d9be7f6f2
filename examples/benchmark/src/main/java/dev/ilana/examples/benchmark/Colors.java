package dev.ilana.examples.benchmark;

import java.util.List;

/** A contestant's own colour, also where others are left out. */
final class Colors {

    private static final List<String> ALL =
            List.of("#9aa0a6", "#5f6368", "#d9480f", "#74c0fc", "#69db7c", "#b197fc", "#ffd43b", "#f783ac", "#a47148");

    private Colors() {}

    static String of(String contestant) {
        int place = Entrants.names().indexOf(contestant);
        return ALL.get(Math.floorMod(place, ALL.size()));
    }
}
