package dev.ilana.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.DoNotCall;
import dev.ilana.connection.Database;
import dev.ilana.error.AttributeNotLoadedException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.MassAssignmentException;
import dev.ilana.error.RelationNotLoadedException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.sql.Aggregate;
import dev.ilana.sql.Conversion;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

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
public abstract class Model<M extends Model<M>> {

    private final ModelTable<M> table;
    private final Attributes attributes;
    private @Nullable Map<String, @Nullable Object> relations;
    private @Nullable Visibility visibility;
    private @Nullable Mates<M> mates;

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
                        && other.table == table
                        && getKey() != null
                        && Objects.equals(getKey(), other.getKey())
                        && attributes.database() == other.attributes.database());
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
                ((Model<M>) copy).attributes.set(column, copied(column));
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

    // Relations

    /**
     * The loaded value of the relation: a collection, or a model that may be null.
     *
     * @throws RelationNotLoadedException when neither {@code with} nor {@code load} has loaded it
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // whether a null can come is the relation's to say, in its V
    public final <V> V get(Loadable<M, V> relation) {
        if (!relationLoaded(relation)) {
            throw new RelationNotLoadedException(table.name(), relation.name());
        }
        return (V) relations.get(relation.name());
    }

    public final boolean relationLoaded(Loadable<M, ?> relation) {
        return relations != null && relations.containsKey(relation.name());
    }

    /** Puts a value in as the loaded one; nothing is written. */
    @CanIgnoreReturnValue
    public final <V> M setRelation(Loadable<M, V> relation, @Nullable V value) {
        // A mate's load may come while this model is being read.
        Map<String, @Nullable Object> all =
                relations == null ? new HashMap<>() : mates == null ? relations : new HashMap<>(relations);
        all.put(relation.name(), value);
        relations = all;
        return self();
    }

    /** The other models of its result, where they know each other. */
    final @Nullable Mates<M> mates() {
        return mates;
    }

    final void setMates(Mates<M> others) {
        mates = others;
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

    /**
     * Whether the relation has rows, as found by {@code withExists}.
     *
     * @throws RelationNotLoadedException when it was not asked
     */
    public final boolean existsOf(Relation<M, ?, ?> relation) {
        return (Boolean) added(relation.existsName());
    }

    /**
     * The sum over the relation's rows, as computed by {@code withSum}; 0 over none.
     *
     * @throws RelationNotLoadedException when it was not computed
     */
    public final <R extends Model<R>> BigDecimal sumOf(Relation<M, R, ?> relation, Column<R, ? extends Number> column) {
        String name = relation.aggregateName(Aggregate.Function.SUM, column);
        Object sum = aggregate(name);
        return sum == null ? BigDecimal.ZERO : Conversion.to(BigDecimal.class, sum, name);
    }

    /**
     * The mean over the relation's rows, as computed by {@code withAvg}; null over none.
     *
     * @throws RelationNotLoadedException when it was not computed
     */
    public final <R extends Model<R>> @Nullable BigDecimal avgOf(
            Relation<M, R, ?> relation, Column<R, ? extends Number> column) {
        String name = relation.aggregateName(Aggregate.Function.AVG, column);
        Object mean = aggregate(name);
        return mean == null ? null : Conversion.to(BigDecimal.class, mean, name);
    }

    /**
     * The least value over the relation's rows, as computed by {@code withMin}; null over none.
     *
     * @throws RelationNotLoadedException when it was not computed
     */
    public final <R extends Model<R>, T> @Nullable T minOf(Relation<M, R, ?> relation, Column<R, T> column) {
        return ofStored(column, aggregate(relation.aggregateName(Aggregate.Function.MIN, column)));
    }

    /**
     * The greatest value over the relation's rows, as computed by {@code withMax}; null over none.
     *
     * @throws RelationNotLoadedException when it was not computed
     */
    public final <R extends Model<R>, T> @Nullable T maxOf(Relation<M, R, ?> relation, Column<R, T> column) {
        return ofStored(column, aggregate(relation.aggregateName(Aggregate.Function.MAX, column)));
    }

    private static <T> @Nullable T ofStored(Column<?, T> column, @Nullable Object stored) {
        return stored == null ? null : column.accept(stored);
    }

    private @Nullable Object aggregate(String name) {
        if (!attributes.hasExtra(name)) {
            throw new RelationNotLoadedException(table.name(), name);
        }
        return attributes.extra(name);
    }

    private Object added(String name) {
        return Objects.requireNonNull(aggregate(name), "it is asked whether, and answered");
    }

    /**
     * The loaded value of the relation of that name.
     *
     * @throws RelationNotLoadedException when it is not loaded
     * @throws dev.ilana.error.UnknownRelationException when there is none
     */
    public final @Nullable Object getRelation(String name) {
        return get(table.relation(name));
    }

    /** Loads the relations, loaded or not, by one query each; gives this model. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Mono<M> load(Loadable<M, ?>... relations) {
        return Loading.load(self(), relations).thenReturn(self());
    }

    /** {@link Collection#load(String...)} of this one model; gives it. */
    public final Mono<M> load(String... relations) {
        return Loading.load(self(), relations).thenReturn(self());
    }

    /** Loads those of the relations that are not loaded; gives this model. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Mono<M> loadMissing(Loadable<M, ?>... relations) {
        return Loading.loadMissing(self(), relations).thenReturn(self());
    }

    /** {@link Collection#loadMissing(String...)} of this one model; gives it. */
    public final Mono<M> loadMissing(String... relations) {
        return Loading.loadMissing(List.of(self()), relations).thenReturn(self());
    }

    /** Counts the relations' rows, to be read by {@link #countOf}; gives this model. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Mono<M> loadCount(Relation<M, ?, ?>... relations) {
        return Loading.count(List.of(self()), relations).thenReturn(self());
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
        return Jackson.text(jsonValue(), "the JSON of " + table);
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
                "a model is not made of JSON: read a Map instead, and give it to make() or fill()" + " of " + table
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

    /** The models that are loaded as the relation. */
    final List<Model<?>> relatedModels(Loadable<M, ?> relation) {
        Object loaded = get(relation);
        if (loaded instanceof Model<?> model) {
            return List.of(model);
        }
        return loaded instanceof Collection<?> models
                ? models.stream().<Model<?>>map(Model.class::cast).toList()
                : List.of();
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
        return Mono.defer(() -> own(table.query().withoutGlobalScopes()).find(storedKey()));
    }

    private ModelQuery<M> own(ModelQuery<M> query) {
        return attributes.database() == null ? query : query.on(attributes.database());
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
        return ModelWriter.delete(self(), table.hasSoftDeletes());
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
        return Mono.defer(() -> table.hooks().fire(event, self()));
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
        return Mono.defer(() -> own(table.query().withoutGlobalScopes().withoutDefaults())
                        .findOrFail(storedKey()))
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

    /** The database of this model in a chain: the one it was read from or told to be written to by name, else its table's. */
    public final Database databaseIn(ContextView context) {
        Database explicit = attributes.database();
        return explicit == null ? table.databaseIn(context) : explicit;
    }

    final Attributes attributes() {
        return attributes;
    }

    @Override
    public String toString() {
        return table.name() + "#" + (isStored() ? getKey() : "new");
    }
}
