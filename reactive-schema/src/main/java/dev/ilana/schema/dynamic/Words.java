package dev.ilana.schema.dynamic;

import dev.ilana.error.TypeMismatchException;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.SetOf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of an enumeration: by their names in code, and as they are stored. */
final class Words {

    static final Words NONE = new Words(Map.of());

    private final Map<String, String> storedByName;
    private final Map<String, String> nameByStored = new LinkedHashMap<>();

    /** @param storedByName what is stored for each name */
    Words(Map<String, String> storedByName) {
        this.storedByName = storedByName;
        storedByName.forEach((name, stored) -> nameByStored.put(stored, name));
    }

    /** Those of a type, by what is stored; none for a type without. */
    static Words of(ColumnType type) {
        if (type instanceof ArrayOf array) {
            return of(array.element());
        } else if (type instanceof Enumeration words) {
            return same(words.values());
        }
        return type instanceof SetOf words ? same(words.values()) : NONE;
    }

    private static Words same(List<String> values) {
        Map<String, String> same = new LinkedHashMap<>();
        values.forEach(value -> same.put(value, value));
        return new Words(same);
    }

    /** What is stored, as its name; one that the source doesn't know is its own. */
    String read(Object stored) {
        String word = String.valueOf(stored);
        return nameByStored.getOrDefault(word, word);
    }

    /** What is stored for a name; the name itself where none is known. */
    String stored(String name) {
        return storedByName.getOrDefault(name, name);
    }

    /**
     * A value that was given, as the name of a word.
     *
     * @param where what the value is for, as the message shall name it
     * @throws TypeMismatchException when it is none
     */
    String accept(@Nullable Object given, String where) {
        String name = given instanceof Enum<?> constant ? constant.name() : String.valueOf(given);
        if (given == null
                || !(given instanceof String || given instanceof Enum<?>)
                || !storedByName.containsKey(name)) {
            throw new TypeMismatchException(where, "one of " + storedByName.keySet(), given == null ? "null" : given);
        }
        return name;
    }
}
