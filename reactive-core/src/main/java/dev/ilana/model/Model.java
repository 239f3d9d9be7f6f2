package dev.ilana.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.DoNotCall;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnknownColumnException;
import java.util.Arrays;
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
@JsonAutoDetect( // or a setter of a model would be open to whatever a request body says
        creatorVisibility = JsonAutoDetect.Visibility.NONE,
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE,
        setterVisibility = JsonAutoDetect.Visibility.NONE)
public abstract non-sealed class Model<M extends Model<M>> extends HasRelations<M> {

    private @Nullable Visibility visibility;

    protected Model(ModelTable<M> table) {
        super(table);
    }

    // For outside

    /**
     * The attributes by name, then what is appended and the relations that are loaded, as maps and lists of maps; without
     * what is hidden, and without what was not read. Values are those of Java. A model that is met again inside itself is
     * without its relations there, so that a circle ends.
     */
    public final Map<String, @Nullable Object> toMap() {
        return Serializer.toMap(self());
    }

    /** The model as JSON text: what Jackson would write of it. */
    public final String toJson() {
        return Jackson.text(jsonValue(), "the JSON of " + table());
    }

    /**
     * What Jackson, 2 or 3, writes for this model: {@link #toMap()} with values that JSON has. Dates and times are text by
     * ISO 8601, enums are their names, JSON columns are objects, {@code byte[]} becomes Base64.
     */
    @JsonValue
    public final Map<String, @Nullable Object> jsonValue() {
        return Serializer.toJson(self());
    }

    /** Refuses to be made of JSON, where any name in it would be an assignment: whoever reads one takes a map. */
    @JsonAnySetter
    @DoNotCall("for Jackson alone")
    final void refuseJson(String name, @Nullable Object value) {
        throw new InvalidUsageException(
                "a model is not made of JSON: read a Map instead, and give it to make() or fill()" + " of " + table()
                        + ", which ask whether " + name + " is fillable");
    }

    /** Leaves these columns out of this model's map and JSON. */
    @CanIgnoreReturnValue
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final M makeHidden(Column<M, ?>... columns) {
        return makeHidden(names(columns));
    }

    /**
     * Leaves these out of this model's map and JSON: columns, accessors, relations, or what the query added.
     *
     * @throws UnknownColumnException when there is none of that name
     */
    @CanIgnoreReturnValue
    public final M makeHidden(String... attributes) {
        return show(attributes, false);
    }

    /** Has these columns in this model's map and JSON, hidden or not. */
    @CanIgnoreReturnValue
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final M makeVisible(Column<M, ?>... columns) {
        return makeVisible(names(columns));
    }

    /**
     * Has these in this model's map and JSON, hidden or not.
     *
     * @throws UnknownColumnException when there is none of that name
     */
    @CanIgnoreReturnValue
    public final M makeVisible(String... attributes) {
        return show(attributes, true);
    }

    /** Has these in this model's map and JSON too. */
    @CanIgnoreReturnValue
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final M append(Accessor<M, ?>... accessors) {
        return append(Arrays.stream(accessors).map(Accessor::name).toArray(String[]::new));
    }

    /**
     * Has these accessors in this model's map and JSON too.
     *
     * @throws UnknownColumnException when there is none of that name
     */
    @CanIgnoreReturnValue
    public final M append(String... accessors) {
        visibility().append(this, accessors);
        return self();
    }

    private static String[] names(Column<?, ?>[] columns) {
        return Arrays.stream(columns).map(Column::name).toArray(String[]::new);
    }

    private M show(String[] names, boolean visible) {
        visibility().show(this, names, visible);
        return self();
    }

    private Visibility visibility() {
        if (visibility == null) {
            visibility = new Visibility();
        }
        return visibility;
    }

    /** Whether this is for outside; where this model says nothing, the table's word counts. */
    final boolean shows(String name, boolean byTable) {
        return visibility == null ? byTable : visibility.shows(name, byTable);
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

    /** {@link #save()} without telling an observer or a hook. */
    public final Mono<M> saveQuietly() {
        return Models.quietly(save());
    }

    /**
     * Saves this model and what is loaded into it by relations, and into that; each once, and what is pointed at before what
     * points at it. A new model that points nowhere is made to point where its relation says; a pivot table is left as it
     * is. All of one database are written or none.
     *
     * @return this model
     */
    public final Mono<M> push() {
        return Pushing.push(self());
    }

    /**
     * Writes the time of the last change and nothing else, whatever is dirty; gives this model.
     *
     * @throws InvalidUsageException as an error, without timestamps, or when this model is not stored
     * @throws dev.ilana.error.ModelNotFoundException as an error, when the row is gone
     */
    public final Mono<M> touch() {
        return ModelWriter.touch(self());
    }

    /**
     * Adds to the column in the database, whatever this model thinks is there; gives this model, with the sum.
     *
     * @throws InvalidUsageException as an error, when this model is not stored
     * @throws dev.ilana.error.ModelNotFoundException as an error, when the row is gone
     */
    public final <N extends Number> Mono<M> increment(Column<M, N> column, N by) {
        return ModelWriter.add(self(), column, column.plus(by));
    }

    /** {@link #increment} the other way. */
    public final <N extends Number> Mono<M> decrement(Column<M, N> column, N by) {
        return ModelWriter.add(self(), column, column.minus(by));
    }

    /** The row as it is now, as another object; empty when it is gone. */
    public final Mono<M> fresh() {
        return Mono.defer(() -> own(table().query().withoutGlobalScopes()).find(storedKey()));
    }

    private ModelQuery<M> own(ModelQuery<M> query) {
        return attributes().database() == null ? query : query.on(attributes().database());
    }

    private Object storedKey() {
        Object key = getKey();
        if (key == null) {
            throw new InvalidUsageException(this + " has no key yet; save it first");
        }
        return key;
    }

    /**
     * Removes the row, or marks it deleted where the table has soft deletes; false when there was none.
     *
     * @throws dev.ilana.error.StaleModelException as an error, when the table keeps versions and someone else has written the
     *     row since
     */
    public final Mono<Boolean> delete() {
        return ModelWriter.delete(self(), table().hasSoftDeletes());
    }

    /** Removes the row, also where the table has soft deletes; false when there was none. */
    public final Mono<Boolean> forceDelete() {
        return ModelWriter.delete(self(), false);
    }

    /** Sets these values and saves. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Mono<M> update(Assignment<M>... values) {
        return Mono.defer(() -> {
            for (Assignment<M> value : values) {
                value.into(self());
            }
            return save();
        });
    }

    /** Sets the values and saves. */
    public final Mono<M> update(List<Assignment<M>> values) {
        return Mono.defer(() -> {
            values.forEach(value -> value.into(self()));
            return save();
        });
    }

    /** {@link #fill} and {@link #save()} in one. */
    public final Mono<M> update(Map<String, ?> values) {
        return Mono.defer(() -> fill(values).save());
    }

    /** Tells who listens to this model of the event, as if it had happened; completes when all are through with it. */
    public final Mono<Void> fireEvent(ModelEvent event) {
        return Mono.defer(() -> table().hooks().fire(event, self()));
    }

    /** Takes back a soft delete; gives this model. */
    public final Mono<M> restore() {
        return ModelWriter.restore(self());
    }

    /**
     * Reads the row again into this model, and forgets the relations that were loaded.
     *
     * @throws dev.ilana.error.ModelNotFoundException as an error, when it is gone
     */
    public final Mono<M> refresh() {
        return Mono.defer(() -> own(table().query().withoutGlobalScopes().withoutDefaults())
                        .findOrFail(storedKey()))
                .map(fresh -> {
                    attributes().copyFrom(fresh.attributes());
                    forgetRelations();
                    return self();
                });
    }

    @Override
    public String toString() {
        return table().name() + "#" + (!isStored() ? "new" : table().hasKey() ? getKey() : "without a key");
    }
}
