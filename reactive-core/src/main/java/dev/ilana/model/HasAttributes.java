package dev.ilana.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.connection.Database;
import dev.ilana.error.AttributeNotLoadedException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.MassAssignmentException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.sql.Conversion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * What a {@link Model} has of its row: the values of its columns, and what changed since they were read or written.
 *
 * @param <M> the model itself
 */
public abstract sealed class HasAttributes<M extends Model<M>> permits HasRelations {

    private final ModelTable<M> table;
    private final Attributes attributes;

    HasAttributes(ModelTable<M> table) {
        this.table = table;
        this.attributes = table.shape().blank();
    }

    // Attributes

    /**
     * The value of the column; null when it is null, or was not set on a model that is not stored.
     *
     * @throws AttributeNotLoadedException when the model was read without this column
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // whether a null can come is the column's to say, in its T
    public final <T> T get(Column<M, T> column) {
        requireOwn(column);
        Object value = attributes.get(column.ordinal());
        if (value == Attributes.ABSENT) {
            if (attributes.isStored()) {
                throw new AttributeNotLoadedException(table.name(), column.name());
            }
            return null;
        }
        return (T) (column.isMutable() ? attributes.handOut(column) : value);
    }

    /** What the accessor computes of this model. */
    @SuppressWarnings("NullAway") // whether a null can come is the accessor's to say, in its T
    public final <T> T get(Accessor<M, T> accessor) {
        return accessor.valueIn(self());
    }

    /**
     * Sets the column.
     *
     * @throws dev.ilana.error.NullNotAllowedException for a null where the column takes none
     */
    @CanIgnoreReturnValue
    public final <T> M set(Column<M, T> column, @Nullable T value) {
        requireOwn(column);
        attributes.set(column, column.incoming(value));
        return self();
    }

    /**
     * The value over several columns; null when all of them are.
     *
     * @throws AttributeNotLoadedException when the model was read without one of them
     */
    @SuppressWarnings("NullAway") // whether all can be null is for who declares it, in its T
    public final <T> T get(Composed<M, T> composed) {
        return composed.make(this::get);
    }

    /**
     * Sets all columns of the value; for a null, to null.
     *
     * @throws dev.ilana.error.NullNotAllowedException for a null where one of them takes none; then none is set
     */
    @CanIgnoreReturnValue
    public final <T> M set(Composed<M, T> composed, @Nullable T value) {
        composed.to(value).forEach(part -> part.into(self()));
        return self();
    }

    /**
     * The attribute of that name: a column, an accessor, or something the query added, such as {@code posts_count}.
     *
     * @throws UnknownColumnException when there is none
     */
    public final @Nullable Object getAttribute(String name) {
        if (attributes.hasExtra(name)) {
            return attributes.extra(name);
        }
        Accessor<M, ?> accessor = table.accessors().get(name);
        return accessor != null ? accessor.valueIn(self()) : get(table.column(name));
    }

    /**
     * {@link #getAttribute(String)} as that class; null when it is null. Numbers convert where nothing is lost: what a query
     * adds comes as the database gives it.
     *
     * @throws dev.ilana.error.TypeMismatchException when it can't be had as that class
     */
    public final <T> @Nullable T getAttribute(String name, Class<T> type) {
        Object value = getAttribute(name);
        return value == null ? null : Conversion.to(type, value, "attribute " + name);
    }

    /**
     * Sets the column of that name.
     *
     * @throws UnknownColumnException when there is none
     * @throws dev.ilana.error.TypeMismatchException for a value of another type
     */
    @CanIgnoreReturnValue
    public final M setAttribute(String name, @Nullable Object value) {
        accepted(table.attribute(name), value).into(self());
        return self();
    }

    /**
     * Sets the attributes of a mass assignment.
     *
     * @throws MassAssignmentException when one of them is not fillable; then none is set
     * @throws UnknownColumnException when one of them is no column
     */
    @CanIgnoreReturnValue
    public final M fill(Map<String, ?> values) {
        List<String> refused = values.keySet().stream()
                .filter(name -> !table.attribute(name).isFillable())
                .sorted()
                .toList();
        if (!refused.isEmpty()) {
            throw new MassAssignmentException(table.name(), refused);
        }
        // All are looked at before one is set.
        List<Assignment<M>> accepted = values.entrySet().stream()
                .map(entry -> accepted(table.attribute(entry.getKey()), entry.getValue()))
                .toList();
        accepted.forEach(assignment -> assignment.into(self()));
        return self();
    }

    /** Sets attributes by name, fillable or not: never of what came from outside. */
    @CanIgnoreReturnValue
    public final M forceFill(Map<String, ?> values) {
        List<Assignment<M>> accepted = values.entrySet().stream()
                .map(entry -> accepted(table.attribute(entry.getKey()), entry.getValue()))
                .toList();
        accepted.forEach(assignment -> assignment.into(self()));
        return self();
    }

    static <M extends Model<M>, T> Assignment<M> accepted(Column<M, T> column, @Nullable Object value) {
        return column.to(column.accept(value));
    }

    /** The value of the key, of several columns their list; null before the model is stored, where the database makes it. */
    public final @Nullable Object getKey() {
        return table.primaryKey().key().of(self());
    }

    /** The table of this model. */
    public final ModelTable<M> table() {
        return table;
    }

    // State

    /** Whether the database has a row for this model. */
    public final boolean isStored() {
        return attributes.isStored();
    }

    /** Whether something was set since the model was read or written. */
    public final boolean isDirty() {
        for (Column<M, ?> column : table.columns()) {
            if (isDirty(column)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the column differs from what the database has. */
    public final boolean isDirty(Column<M, ?> column) {
        return attributes.isDirty(column.ordinal());
    }

    /** Whether one of its columns differs from what the database has. */
    public final boolean isDirty(Composed<M, ?> composed) {
        return composed.columns().stream().anyMatch(this::isDirty);
    }

    /** The attributes that {@link Model#save()} would write, by name. */
    public final Map<String, @Nullable Object> getDirty() {
        return named(this::isDirty, this::get);
    }

    /** The value that the database has, whatever was set since. */
    @SuppressWarnings("unchecked")
    public final <T> @Nullable T getOriginal(Column<M, T> column) {
        return (T) attributes.original(column);
    }

    /** The value over several columns that the database has, whatever was set since. */
    public final <T> @Nullable T getOriginal(Composed<M, T> composed) {
        return composed.make(this::getOriginal);
    }

    /** Whether this object was stored for the first time, and not read. */
    public final boolean wasRecentlyCreated() {
        return attributes.wasCreated();
    }

    /** Whether the last write changed something that was there before. */
    public final boolean wasChanged() {
        return table.columns().stream().anyMatch(this::wasChanged);
    }

    /** Whether the last write changed the column. */
    public final boolean wasChanged(Column<M, ?> column) {
        return attributes.wasChanged(column.ordinal());
    }

    /** What the last write changed, with the values it wrote, by name. */
    public final Map<String, @Nullable Object> getChanges() {
        return named(this::wasChanged, this::getOriginal);
    }

    /** Takes what is here now for what the database has: nothing is dirty after it. Nothing is written. */
    @CanIgnoreReturnValue
    public final M syncOriginal() {
        attributes.sync(table);
        return self();
    }

    /** The attributes of these columns, by name. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Map<String, @Nullable Object> only(Column<M, ?>... columns) {
        List<Column<M, ?>> chosen = List.of(columns);
        return named(chosen::contains, this::get);
    }

    /** The attributes of all other columns that are there, by name. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Map<String, @Nullable Object> except(Column<M, ?>... columns) {
        List<Column<M, ?>> refused = List.of(columns);
        return named(column -> !refused.contains(column) && !attributes.isAbsent(column.ordinal()), this::get);
    }

    private Map<String, @Nullable Object> named(
            Predicate<Column<M, ?>> chosen, Function<Column<M, ?>, @Nullable Object> value) {
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        table.columns().stream().filter(chosen).forEach(column -> found.put(column.name(), value.apply(column)));
        return found;
    }

    /** Whether the other is of the same row: of this table and key, on the same database. A model without a key is only itself. */
    public final boolean is(@Nullable Model<?> other) {
        return this == other
                || (other != null
                        && other.table() == table
                        && getKey() != null
                        && Objects.equals(getKey(), other.getKey())
                        && attributes.database() == other.attributes().database());
    }

    public final boolean isNot(@Nullable Model<?> other) {
        return !is(other);
    }

    /** A new model with the attributes of this one, but for the key, the times, the version and these columns. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final M replicate(Column<M, ?>... except) {
        List<Column<M, ?>> refused = List.of(except);
        M copy = table.make();
        for (Column<M, ?> column : table.columns()) {
            if (!attributes.isAbsent(column.ordinal()) && !table.isOfRow(column) && !refused.contains(column)) {
                copy.attributes().set(column, copied(column));
            }
        }
        return copy;
    }

    /** The value of the column, which nobody else has where it can be changed in place. */
    private @Nullable Object copied(Column<M, ?> column) {
        Object value = attributes.get(column.ordinal());
        return value != null && column.isMutable() ? column.copy(value) : value;
    }

    /** Whether the model was softly deleted. */
    public final boolean trashed() {
        return table.hasSoftDeletes() && get(table.deletedAt()) != null;
    }

    // What the other parts of a model ask

    @SuppressWarnings("unchecked")
    final M self() {
        return (M) this;
    }

    /** The database of this model in a chain: the one it was read from or told to be written to by name, else its table's. */
    public final Database databaseIn(ContextView context) {
        Database explicit = attributes.database();
        return explicit == null ? table.databaseIn(context) : explicit;
    }

    /** The compiler can't tell columns apart where tables share the class of their models. */
    final void requireOwn(Column<M, ?> column) {
        if (column.table() != table && !column.table().tableName().equals(table.tableName())) {
            throw new InvalidUsageException(column + " is no column of table " + table.tableName());
        }
    }

    final Attributes attributes() {
        return attributes;
    }
}
