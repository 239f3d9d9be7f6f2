package dev.ilana.config;

/**
 * Where a setting was said.
 *
 * @param place as messages have it: {@code ilana.yml:7}, {@code $DB_URL}, {@code .env:3} or {@code code}
 */
record Origin(Layer layer, String place) {

    static final Origin CODE = new Origin(Layer.CODE, "code");

    static Origin line(Layer layer, String file, int line) {
        return new Origin(layer, file + ":" + line);
    }

    /** The place without a line: {@code ilana.yml}, {@code $DB_URL}, {@code .env} or {@code code}. */
    String source() {
        int colon = place.lastIndexOf(':');
        return colon < 0 ? place : place.substring(0, colon);
    }
}
