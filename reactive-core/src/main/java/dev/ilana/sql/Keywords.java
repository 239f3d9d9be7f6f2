package dev.ilana.sql;

/** Words out of closed sets, which people write in small letters or capitals. */
final class Keywords {

    private Keywords() {}

    /** The word in small letters; those of ASCII only, as others have a small letter of ASCII too: the Kelvin sign is no k. */
    static String lower(String word) {
        StringBuilder lower = new StringBuilder(word);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower.setCharAt(i, (char) (c - 'A' + 'a'));
            }
        }
        return lower.toString();
    }
}
