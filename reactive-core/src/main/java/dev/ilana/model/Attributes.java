package dev.ilana.model;

import dev.ilana.connection.Database;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a model holds: a value a column, by position, and what they were when it was last read or written. */
final class Attributes {

    /** Stands where a value was neither set nor read: unlike a null, it is not written. */
    static final Object ABSENT = new Object() {
        @Override
        public String toString() {
            return "absent";
        }
    };

    private final @Nullable Object[] values;
    /** The values as stored; null while nothing has been set since. */
    private @Nullable Object @Nullable [] original;

    private boolean stored;
    private @Nullable Database database;
    private @Nullable Map<String, @Nullable Object> extras;

    Attributes(@Nullable Object[] values) {
        this.values = values;
    }

    @Nullable Object get(int ordinal) {
        return values[ordinal];
    }

    boolean isAbsent(int ordinal) {
        return values[ordinal] == ABSENT;
    }

    void set(int ordinal, @Nullable Object value) {
        if (original == null) {
            original = values.clone();
        }
        values[ordinal] = value;
    }

    /** Puts a value in as it is in the database: not a change. */
    void read(int ordinal, @Nullable Object value) {
        values[ordinal] = value;
    }

    /** Empties the model of all values, its defaults too: for a row that is not read whole. */
    void forget() {
        Arrays.fill(values, ABSENT);
    }

    /** The database that the model was read from or written to by name; null where the Context decided. */
    @Nullable Database database() {
        return database;
    }

    void keep(@Nullable Database explicit) {
        database = explicit;
    }

    /** Gives back what is here now: values, what they were, and whether there is a row. */
    Runnable snapshot() {
        @Nullable Object[] valuesNow = values.clone();
        @Nullable Object @Nullable [] originalNow = original == null ? null : original.clone();
        boolean storedNow = stored;
        return () -> {
            System.arraycopy(valuesNow, 0, values, 0, values.length);
            original = originalNow;
            stored = storedNow;
        };
    }

    boolean isStored() {
        return stored;
    }

    /** What is here now is what the database has. */
    void markStored() {
        stored = true;
        original = null;
    }

    /** The database has this value now; what else is dirty stays so. */
    void markWritten(int ordinal, @Nullable Object value) {
        values[ordinal] = value;
        if (original != null) {
            original[ordinal] = value;
        }
    }

    void markGone() {
        stored = false;
        original = null;
    }

    /** Whether the value differs from the stored one; of a model that is not stored, whether there is one. */
    boolean isDirty(int ordinal) {
        if (!stored) {
            return values[ordinal] != ABSENT;
        }
        return original != null && !Objects.deepEquals(values[ordinal], original[ordinal]);
    }

    @Nullable Object original(int ordinal) {
        Object value = original == null ? values[ordinal] : original[ordinal];
        return value == ABSENT ? null : value;
    }

    void copyFrom(Attributes other) {
        System.arraycopy(other.values, 0, values, 0, values.length);
        extras = other.extras == null ? null : new HashMap<>(other.extras);
        markStored();
    }

    @Nullable Object extra(String name) {
        return extras == null ? null : extras.get(name);
    }

    boolean hasExtra(String name) {
        return extras != null && extras.containsKey(name);
    }

    void putExtra(String name, @Nullable Object value) {
        if (extras == null) {
            extras = new HashMap<>();
        }
        extras.put(name, value);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
