package dev.ilana.examples.realworld.article;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** The part of an article's address that says what it is about, and that no other article has. */
final class Slug {

    private static final int LONGEST = 80;
    private static final int BASE = 36;

    private Slug() {}

    /** {@code "How to train your dragon"} is {@code "how-to-train-your-dragon-k3x09f2m"}. */
    static String of(String title) {
        String words = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        String start = words.substring(0, Math.min(words.length(), LONGEST)) + "-";
        return start.replaceAll("^-|-+(?=-$)", "")
                + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), BASE);
    }
}
