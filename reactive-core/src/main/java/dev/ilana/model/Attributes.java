package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.connection.Outcome;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** What the last update changed; null before one. */
    private @Nullable BitSet changed;

    private boolean stored;
    private boolean created;
    private @Nullable Database database;
    private @Nullable Map<String, @Nullable Object> extras;
    /** What was here before the writes that may still be rolled back, the last first. */
    private @Nullable Before before;

    /** What is here, for when the outcome is that a write is taken back. */
    private final class Before {
        final Outcome outcome;
        final @Nullable Before earlier;
        private final @Nullable Object[] valuesThen = values.clone();
        private final @Nullable Object @Nullable [] originalThen = original == null ? null : original.clone();
        private final boolean storedThen = stored;
        private final boolean createdThen = created;

        Before(Outcome outcome, @Nullable Before earlier) {
            this.outcome = outcome;
            this.earlier = earlier;
        }

        void giveBack() {
            System.arraycopy(valuesThen, 0, values, 0, values.length);
            original = originalThen;
            changed = null;
            stored = storedThen;
            created = createdThen;
            before = earlier;
        }
    }

    Attributes(@Nullable Object[] values) {
        this.values = values;
    }

    @Nullable Object get(int ordinal) {
        settle();
        return values[ordinal];
    }

    /** The values by position, {@link #ABSENT} where there is none. */
    List<@Nullable Object> values() {
        settle();
        return Arrays.asList(values);
    }

    boolean isAbsent(int ordinal) {
        settle();
        return values[ordinal] == ABSENT;
    }

    /** Whether the other has a value where this one has, and nothing where this one has nothing. */
    boolean hasSameColumnsAs(Attributes other) {
        settle();
        other.settle();
        for (int i = 0; i < values.length; i++) {
            if ((values[i] == ABSENT) != (other.values[i] == ABSENT)) {
                return false;
            }
        }
        return true;
    }

    void set(Column<?, ?> column, @Nullable Object value) {
        settle();
        if (original == null) {
            original = values.clone();
        }
        remember(column);
        values[column.ordinal()] = value;
    }

    /**
     * The value of a mutable column, to be given to somebody who may change it in place: what it is now is remembered
     * first, and a default, which all models share, is copied. So it costs nothing before somebody asks for it.
     */
    @Nullable Object handOut(Column<?, ?> column) {
        settle();
        int ordinal = column.ordinal();
        remember(column);
        if (isSharedDefault(column)) {
            values[ordinal] = column.copy(values[ordinal]);
        }
        return values[ordinal];
    }

    /** Keeps the stored form of what the database has in a mutable column, while that is still here as it was. */
    private void remember(Column<?, ?> column) {
        if (!stored || !column.isMutable()) {
            return;
        }
        int ordinal = column.ordinal();
        Object value = values[ordinal];
        if (value == null || value == ABSENT || (original != null && original[ordinal] != value)) {
            return;
        }
        if (original == null) {
            original = values.clone();
        }
        original[ordinal] = StoredForm.of(column, value);
    }

    private boolean isSharedDefault(Column<?, ?> column) {
        Object value = values[column.ordinal()];
        return value != null && value == column.defaultValue();
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

    /**
     * Keeps what is here now until it is known what became of a write: a rollback gives it back. Once for each transaction
     * and savepoint is enough, however many writes it has. Outside of a transaction there is nothing to wait for.
     */
    void beforeWrite(@Nullable Outcome outcome) {
        settle();
        if (outcome == null) {
            return;
        }
        Before last = before;
        while (last != null && last.earlier != null && last.outcome.current() == last.earlier.outcome.current()) {
            last = last.earlier;
        }
        before = last != null && last.outcome.current() == outcome.current() ? last : new Before(outcome, last);
    }

    /** A rollback is noticed when the model is next looked at: the transaction doesn't know its models. */
    private void settle() {
        if (before != null) {
            settle(before);
        }
    }

    private void settle(Before last) {
        if (last.outcome.isKept()) {
            before = null;
            return;
        }
        Before lost = null;
        for (Before each = last; each != null; each = each.earlier) {
            lost = each.outcome.isTakenBack() ? each : lost;
        }
        if (lost != null) {
            lost.giveBack();
        }
    }

    boolean isStored() {
        settle();
        return stored;
    }

    /** What is here now is what the database has. */
    void markStored() {
        stored = true;
        original = null;
    }

    /** What is here now is to be taken for what the database has. */
    void sync(ModelTable<?> table) {
        settle();
        markWritten(table);
    }

    /** What is here now was added to the database just now. */
    void markCreated(ModelTable<?> table) {
        created = true;
        changed = null;
        markWritten(table);
    }

    /** What is here now was written over what the database had, in those columns. */
    void markUpdated(ModelTable<?> table, List<? extends Column<?, ?>> written) {
        changed = new BitSet(values.length);
        written.forEach(column -> changed.set(column.ordinal()));
        markWritten(table);
    }

    /** Stored, by a model whose values somebody may hold and change in place. */
    private void markWritten(ModelTable<?> table) {
        List<? extends Column<?, ?>> mutable = table.shape().mutableColumns();
        List<? extends Column<?, ?>> held = mutable.isEmpty()
                ? List.of()
                : mutable.stream().filter(this::isHeld).toList();
        markStored();
        held.forEach(this::remember);
    }

    /** Whether somebody may have the value of the mutable column: it was handed out, or set. */
    private boolean isHeld(Column<?, ?> column) {
        int ordinal = column.ordinal();
        return stored ? original != null && original[ordinal] != values[ordinal] : !isSharedDefault(column);
    }

    boolean wasCreated() {
        settle();
        return created;
    }

    /** Whether the last write changed the value. */
    boolean wasChanged(int ordinal) {
        settle();
        return changed != null && changed.get(ordinal);
    }

    /** The database has this value now; what else is dirty stays so. */
    void markWritten(int ordinal, @Nullable Object value) {
        settle();
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
        settle();
        if (!stored) {
            return values[ordinal] != ABSENT;
        }
        if (original == null) {
            return false;
        }
        Object before = original[ordinal];
        return before instanceof StoredForm form
                ? !form.isOf(values[ordinal])
                : !Objects.deepEquals(values[ordinal], before);
    }

    @Nullable Object original(Column<?, ?> column) {
        settle();
        Object value = original == null ? values[column.ordinal()] : original[column.ordinal()];
        if (value instanceof StoredForm form) {
            return form.value();
        }
        return value == null || value == ABSENT ? null : column.isMutable() ? column.copy(value) : value;
    }

    void copyFrom(Attributes other) {
        settle();
        System.arraycopy(other.values, 0, values, 0, values.length);
        extras = other.extras == null ? null : new LinkedHashMap<>(other.extras);
        markStored();
    }

    @Nullable Object extra(String name) {
        return extras == null ? null : extras.get(name);
    }

    boolean hasExtra(String name) {
        return extras != null && extras.containsKey(name);
    }

    /** What the query added, in its order. */
    Map<String, @Nullable Object> extras() {
        return extras == null ? Map.of() : extras;
    }

    void putExtra(String name, @Nullable Object value) {
        if (extras == null) {
            extras = new LinkedHashMap<>();
        }
        extras.put(name, value);
    }

    @Override
    public String toString() {
        settle();
        return Arrays.toString(values);
    }
}
