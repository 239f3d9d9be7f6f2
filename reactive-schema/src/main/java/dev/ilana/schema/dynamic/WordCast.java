package dev.ilana.schema.dynamic;

import dev.ilana.cast.Cast;
import dev.ilana.cast.Stored;

/** One of some words. It is bound as a value of its column's own type, which may be an enumerated one. */
record WordCast(Words words) implements Cast<String, Object> {

    @Override
    public Stored<Object> stored() {
        return Stored.OTHER;
    }

    @Override
    public Class<String> javaType() {
        return String.class;
    }

    @Override
    public String get(Object stored) {
        return words.read(stored);
    }

    @Override
    public Object set(String name) {
        return words.stored(name);
    }

    @Override
    public String accept(Object given, String where) {
        return words.accept(given, where);
    }
}
