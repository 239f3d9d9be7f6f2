package dev.ilana.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.AttributeNotLoadedException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.MassAssignmentException;
import dev.ilana.error.RelationNotLoadedException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.sql.Conversion;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A row as an object: typed attributes that know what changed, loaded relations, and {@link #save()}.
 *
 * <p>A model is not for several threads at once. Two models are equal only when they are the same object.
 *
 * @param <M> the model itself
 */
public abstract class Model<M extends Model<M>> {

    private final ModelTable<M> table;
    private final Attributes attributes;
    private @Nullable Map<String, @Nullable Object> relations;

    protected Model(ModelTable<M> table) {
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
        Object value = attributes.get(column.ordinal());
        if (value == Attributes.ABSENT) {
            if (attributes.isStored()) {
                throw new AttributeNotLoadedException(table.name(), column.name());
            }
            return null;
        }
        return (T) (column.isMutable() ? attributes.handOut(column) : value);
    }

    /**
     * Sets the column.
     *
     * @throws dev.ilana.error.NullNotAllowedException for a null where the column takes none
     */
    @CanIgnoreReturnValue
    public final <T> M set(Column<M, T> column, @Nullable T value) {
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
     * The attribute of that name: a column, or something the query added, such as {@code posts_count}.
     *
     * @throws UnknownColumnException when there is none
     */
    public final @Nullable Object getAttribute(String name) {
        return attributes.hasExtra(name) ? attributes.extra(name) : get(table.column(name));
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
        accepted(table.column(name), value).into(self());
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
                .filter(name -> !table.column(name).isFillable())
                .sorted()
                .toList();
        if (!refused.isEmpty()) {
            throw new MassAssignmentException(table.name(), refused);
        }
        // All are looked at before one is set.
        List<Assignment<M>> accepted = values.entrySet().stream()
                .map(entry -> accepted(table.column(entry.getKey()), entry.getValue()))
                .toList();
        accepted.forEach(assignment -> assignment.into(self()));
        return self();
    }

    static <M extends Model<M>, T> Assignment<M> accepted(Column<M, T> column, @Nullable Object value) {
        return column.to(column.accept(value));
    }

    /** The value of the key; null before the model is stored, where the database makes it. */
    public final @Nullable Object getKey() {
        return get(table.key());
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
        return table.columns().stream().anyMatch(this::isDirty);
    }

    /** Whether the column differs from what the database has. */
    public final boolean isDirty(Column<M, ?> column) {
        return attributes.isDirty(column.ordinal());
    }

    /** Whether one of its columns differs from what the database has. */
    public final boolean isDirty(Composed<M, ?> composed) {
        return composed.columns().stream().anyMatch(this::isDirty);
    }

    /** The attributes that {@link #save()} would write, by name. */
    public final Map<String, @Nullable Object> getDirty() {
        Map<String, @Nullable Object> dirty = new LinkedHashMap<>();
        table.columns().stream().filter(this::isDirty).forEach(column -> dirty.put(column.name(), get(column)));
        return dirty;
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

    /** Whether the model was softly deleted. */
    public final boolean trashed() {
        return table.hasSoftDeletes() && get(table.deletedAt()) != null;
    }

    // Relations

    /**
     * The loaded value of the relation: a list, or a model that may be null.
     *
     * @throws RelationNotLoadedException when neither {@code with} nor {@code load} has loaded it
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // whether a null can come is the relation's to say, in its V
    public final <V> V get(Relation<M, ?, V> relation) {
        if (!relationLoaded(relation)) {
            throw new RelationNotLoadedException(table.name(), relation.name());
        }
        return (V) relations.get(relation.name());
    }

    public final boolean relationLoaded(Relation<M, ?, ?> relation) {
        return relations != null && relations.containsKey(relation.name());
    }

    /** Puts a value in as the loaded one; nothing is written. */
    @CanIgnoreReturnValue
    public final <V> M setRelation(Relation<M, ?, V> relation, @Nullable V value) {
        if (relations == null) {
            relations = new HashMap<>();
        }
        relations.put(relation.name(), value);
        return self();
    }

    /**
     * How many rows the relation has, as counted by {@code withCount}.
     *
     * @throws RelationNotLoadedException when it was not counted
     */
    public final long countOf(Relation<M, ?, ?> relation) {
        Object count = attributes.extra(relation.countName());
        if (count == null) {
            throw new RelationNotLoadedException(table.name(), relation.countName());
        }
        return (Long) count;
    }

    /** Loads the relation, whether it is loaded or not; gives this model. */
    public final Mono<M> load(Relation<M, ?, ?> relation) {
        return relation.load(List.of(self()), attributes.database()).thenReturn(self());
    }

    // Writing

    /**
     * Stores the model: a row is added when none is there for it, else the dirty columns are written. Nothing dirty sends
     * nothing.
     *
     * @return this model, with its key
     * @throws dev.ilana.error.ModelNotFoundException as an error, when the row to update is gone
     */
    public final Mono<M> save() {
        return ModelWriter.save(self());
    }

    /** Removes the row, or marks it deleted where the table has soft deletes; false when there was none. */
    public final Mono<Boolean> delete() {
        return ModelWriter.delete(self(), table.hasSoftDeletes());
    }

    /** Removes the row, also where the table has soft deletes; false when there was none. */
    public final Mono<Boolean> forceDelete() {
        return ModelWriter.delete(self(), false);
    }

    /** {@link #fill} and {@link #save()} in one. */
    public final Mono<M> update(Map<String, ?> values) {
        return Mono.defer(() -> fill(values).save());
    }

    /** Takes back a soft delete; gives this model. */
    public final Mono<M> restore() {
        return Mono.defer(() -> set(table.deletedAt(), null).save());
    }

    /**
     * Reads the row again into this model, and forgets the relations that were loaded.
     *
     * @throws dev.ilana.error.ModelNotFoundException as an error, when it is gone
     */
    public final Mono<M> refresh() {
        return Mono.defer(() -> {
                    Object key = getKey();
                    if (key == null) {
                        return Mono.error(new InvalidUsageException(this + " has no key yet; save it first"));
                    }
                    ModelQuery<M> query = table.query().withTrashed();
                    return (attributes.database() == null ? query : query.on(attributes.database())).findOrFail(key);
                })
                .map(fresh -> {
                    attributes.copyFrom(((Model<M>) fresh).attributes);
                    relations = null;
                    return self();
                });
    }

    @SuppressWarnings("unchecked")
    final M self() {
        return (M) this;
    }

    final Attributes attributes() {
        return attributes;
    }

    @Override
    public String toString() {
        return table.name() + "#" + (isStored() ? getKey() : "new");
    }
}
