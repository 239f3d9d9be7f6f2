package dev.ilana.cli.code;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Where something was looked for and not found, in words. */
final class SearchedPlaces {

    private SearchedPlaces() {}

    static String words(List<Path> places) {
        return places.stream().map(SearchedPlaces::word).collect(Collectors.joining(", "));
    }

    private static String word(Path place) {
        return place.toAbsolutePath() + (Files.exists(place) ? "" : " (which is not there)");
    }
}
