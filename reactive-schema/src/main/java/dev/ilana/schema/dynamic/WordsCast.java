package dev.ilana.schema.dynamic;

import dev.ilana.cast.Cast;
import dev.ilana.cast.Stored;
import dev.ilana.error.TypeMismatchException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Any of some words at once, which the database keeps as one text with commas between them. */
record WordsCast(Words words) implements Cast<List<String>, String> {

    @Override
    public Stored<String> stored() {
        return Stored.STRING;
    }

    @Override
    public Class<?> javaType() {
        return List.class;
    }

    @Override
    public List<String> get(String stored) {
        return stored.isEmpty()
                ? new ArrayList<>()
                : new ArrayList<>(
                        Arrays.stream(stored.split(",", -1)).map(words::read).toList());
    }

    @Override
    public String set(List<String> names) {
        return names.stream().map(words::stored).collect(Collectors.joining(","));
    }

    @Override
    public List<String> accept(Object given, String where) {
        if (!(given instanceof Collection<?> names)) {
            throw new TypeMismatchException(where, "a list of words", given);
        }
        return new ArrayList<>(
                names.stream().map(name -> words.accept(name, where)).toList());
    }

    @Override
    public boolean isMutable() {
        return true;
    }
}
