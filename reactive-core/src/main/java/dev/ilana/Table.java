package dev.ilana;

import dev.ilana.model.Column;
import dev.ilana.model.Key;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import dev.ilana.model.Models;
import dev.ilana.model.Relation;
import dev.ilana.model.Scope;
import dev.ilana.model.WritableTable;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.HasManyThrough;
import dev.ilana.relation.HasOne;
import dev.ilana.relation.HasOneThrough;
import dev.ilana.relation.MorphTo;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A model's table, declared as a constant of the model's class; it is also where the model's queries start.
 *
 * <pre>{@code
 * public static final Table<User> USERS = Table.of("users", User::new).timestamps();
 * public static final Column<User, Long> ID = USERS.id();
 * public static final HasMany<User, Post> POSTS = USERS.hasMany("posts", () -> Post.USER_ID);
 * }</pre>
 *
 * Relations take suppliers, so that two models may refer to each other.
 *
 * @param <M> the model
 */
public final class Table<M extends Model<M>> extends WritableTable<M> {

    private Table(String name, Supplier<M> factory) {
        super(name, factory);
    }

    private Table(String name, String modelName, Function<? super ModelTable<M>, M> factory) {
        super(name, modelName, factory);
    }

    /**
     * A table whose models are of a class that several tables share, so that each is told its table; the model has a name of
     * its own instead of its class's.
     *
     * @throws dev.ilana.error.InvalidNameException when the table's name is none
     */
    public static <M extends Model<M>> Table<M> of(
            String name, String modelName, Function<? super ModelTable<M>, M> factory) {
        return new Table<>(name, modelName, factory);
    }

    /**
     * A table of that name, whose models the factory makes.
     *
     * @throws dev.ilana.error.InvalidNameException when the name is none
     */
    public static <M extends Model<M>> Table<M> of(String name, Supplier<M> factory) {
        return new Table<>(name, factory);
    }

    /**
     * The table of a model by convention: the plural of its class, in snake case ({@code BlogPost}: {@code blog_posts}).
     */
    public static <M extends Model<M>> Table<M> of(Class<M> model, Supplier<M> factory) {
        return new Table<>(tableNameOf(model), factory);
    }

    /** Keeps {@code created_at} and {@code updated_at}. */
    public Table<M> timestamps() {
        return timestamps("created_at", "updated_at");
    }

    /** Keeps the times of creation and of the last change, in columns of these names. */
    public Table<M> timestamps(String createdAt, String updatedAt) {
        declareTimestamps(createdAt, updatedAt);
        return this;
    }

    /** Deletes by setting {@code deleted_at}; queries see such rows only {@code withTrashed()}. */
    public Table<M> softDeletes() {
        return softDeletes("deleted_at");
    }

    /** Deletes by setting the time in a column of this name. */
    public Table<M> softDeletes(String deletedAt) {
        declareSoftDeletes(deletedAt);
        return this;
    }

    /** Deletes by setting the time in that column of the table. */
    public Table<M> softDeletes(Column<M, Instant> deletedAt) {
        declareSoftDeletes(deletedAt);
        return this;
    }

    /** Puts every query of the model under the scope, which {@code withoutGlobalScope(name)} takes off. */
    public Table<M> globalScope(String name, Scope<M> scope) {
        declareGlobalScope(name, scope);
        return this;
    }

    /**
     * Has its models on the database of this name ({@link DB#register}), whatever chain they are in; a query's {@code
     * on(database)} still says otherwise. A transaction of another database is not theirs.
     */
    public Table<M> connection(String database) {
        declareConnection(database);
        return this;
    }

    /** Has its models' JSON in camel case, {@code createdAt} for {@code created_at}; {@code toMap()} has the real names. */
    public Table<M> camelCaseJson() {
        declareCamelCaseJson();
        return this;
    }

    /**
     * Loads these relations into every model of the table, as {@code with} does; a query says otherwise by {@code without}.
     * One that leads back to this table is refused by the first query, as it would never end.
     */
    public Table<M> alwaysWith(String... relations) {
        declareDefaultLoads(relations);
        return this;
    }

    /** Many rows that point here by the given foreign key. */
    public <R extends Model<R>> HasMany<M, R> hasMany(String name, Supplier<? extends Key<R>> foreignKey) {
        return declare(new HasMany<>(this, name, foreignKey, null));
    }

    /** Many rows that point at another key here than the primary one. */
    public <R extends Model<R>> HasMany<M, R> hasMany(
            String name, Supplier<? extends Key<R>> foreignKey, Key<M> localKey) {
        return declare(new HasMany<>(this, name, foreignKey, localKey));
    }

    /**
     * Many rows of a model that is known by its name ({@link Models#register}) and points here by the column of that name.
     * Whether it is the model that the relation's type says, the compiler can't know.
     */
    public <R extends Model<R>> HasMany<M, R> hasMany(String name, String model, String foreignKey) {
        return hasMany(name, () -> Table.<R>named(model).column(foreignKey));
    }

    /** One row of a model that is known by its name and points here by the column of that name. */
    public <R extends Model<R>> HasOne<M, R> hasOne(String name, String model, String foreignKey) {
        return hasOne(name, () -> Table.<R>named(model).column(foreignKey));
    }

    /** The row of a model that is known by its name, which this one's foreign key points at. */
    public <R extends Model<R>> BelongsTo<M, R> belongsTo(String name, Key<M> foreignKey, String model) {
        return belongsTo(name, foreignKey, () -> Table.<R>named(model));
    }

    /** Rows of a model that is known by its name, which a pivot table relates to this one. */
    public <R extends Model<R>> BelongsToMany<M, R> belongsToMany(String name, String pivot, String model) {
        return belongsToMany(name, pivot, () -> Table.<R>named(model));
    }

    @SuppressWarnings("unchecked") // the declaration says which model is meant
    private static <R extends Model<R>> ModelTable<R> named(String model) {
        return (ModelTable<R>) Models.get(model);
    }

    /** One row that points here by the given foreign key. */
    public <R extends Model<R>> HasOne<M, R> hasOne(String name, Supplier<? extends Key<R>> foreignKey) {
        return declare(new HasOne<>(this, name, foreignKey, null));
    }

    /** One row that points at another key here than the primary one. */
    public <R extends Model<R>> HasOne<M, R> hasOne(
            String name, Supplier<? extends Key<R>> foreignKey, Key<M> localKey) {
        return declare(new HasOne<>(this, name, foreignKey, localKey));
    }

    /** The row of that table that this one's foreign key points at. */
    public <R extends Model<R>> BelongsTo<M, R> belongsTo(
            String name, Key<M> foreignKey, Supplier<? extends ModelTable<R>> related) {
        return declare(
                new BelongsTo<>(this, name, foreignKey, () -> related.get().primary()));
    }

    /** The row that this one's foreign key points at by another key than its primary one. */
    public <R extends Model<R>> BelongsTo<M, R> belongsToBy(
            String name, Key<M> foreignKey, Supplier<? extends Key<R>> ownerKey) {
        return declare(new BelongsTo<>(this, name, foreignKey, ownerKey));
    }

    /** The rows related to related rows: {@code hasManyThrough("posts", USERS, () -> User.POSTS)}. */
    public <T extends Model<T>, R extends Model<R>> HasManyThrough<M, T, R> hasManyThrough(
            String name, Relation<M, T, ?> first, Supplier<? extends Relation<T, R, ?>> second) {
        return declare(new HasManyThrough<>(this, name, first, second));
    }

    /** The row related to the related row: {@code hasOneThrough("country", AUTHOR, () -> User.COUNTRY)}. */
    public <T extends Model<T>, R extends Model<R>> HasOneThrough<M, T, R> hasOneThrough(
            String name, Relation<M, T, ?> first, Supplier<? extends Relation<T, R, ?>> second) {
        return declare(new HasOneThrough<>(this, name, first, second));
    }

    /** What stands in a type column for this table, instead of its name. */
    public Table<M> morphAs(String alias) {
        declareMorphName(alias);
        return this;
    }

    /**
     * The row of one of several tables that a row here belongs to.
     *
     * @param type holds the table's morph name: {@code posts}
     * @param id holds the row's key
     */
    public MorphTo<M> morphTo(
            String name, Column<M, String> type, Key<M> id, Supplier<List<? extends ModelTable<?>>> tables) {
        return declare(new MorphTo<>(this, name, type, id, tables));
    }

    /** Many rows that belong to one here or elsewhere: {@code morphMany("comments", () -> Comment.SUBJECT)}. */
    public <R extends Model<R>> HasMany<M, R> morphMany(String name, Supplier<MorphTo<R>> inverse) {
        return declare(new HasMany<>(this, name, inverse));
    }

    /** One row that belongs to one here or elsewhere: {@code morphOne("image", () -> Image.OWNER)}. */
    public <R extends Model<R>> HasOne<M, R> morphOne(String name, Supplier<MorphTo<R>> inverse) {
        return declare(new HasOne<>(this, name, inverse));
    }

    /**
     * Rows of that table that a pivot table relates to rows here or elsewhere: the tags of posts and of videos, by {@code
     * taggables(tag_id, taggable_type, taggable_id)} for the name {@code taggable}.
     */
    public <R extends Model<R>> BelongsToMany<M, R> morphToMany(
            String name, String pivot, String morph, Supplier<? extends ModelTable<R>> related) {
        return belongsToMany(name, pivot, List.of(morph + "_id"), List.of(), related)
                .withPivotValue(morph + "_type", this::morphName);
    }

    /** The other side of it: the posts of a tag. */
    public <R extends Model<R>> BelongsToMany<M, R> morphedByMany(
            String name, String pivot, String morph, Supplier<? extends ModelTable<R>> related) {
        return belongsToMany(name, pivot, List.of(), List.of(morph + "_id"), related)
                .withPivotValue(morph + "_type", () -> related.get().morphName());
    }

    /**
     * Rows of that table that a pivot table relates to this one, by columns named after the two tables: {@code user_id}
     * and {@code role_id}.
     */
    public <R extends Model<R>> BelongsToMany<M, R> belongsToMany(
            String name, String pivot, Supplier<? extends ModelTable<R>> related) {
        return belongsToMany(name, pivot, List.of(), List.of(), related);
    }

    /** The same, by columns of other names: the first points here, the second at the related table. */
    public <R extends Model<R>> BelongsToMany<M, R> belongsToMany(
            String name, String pivot, String parentKey, String relatedKey, Supplier<? extends ModelTable<R>> related) {
        return belongsToMany(name, pivot, List.of(parentKey), List.of(relatedKey), related);
    }

    /** The same, where keys are of several columns; by those named after the tables where none are given. */
    public <R extends Model<R>> BelongsToMany<M, R> belongsToMany(
            String name,
            String pivot,
            List<String> parentKey,
            List<String> relatedKey,
            Supplier<? extends ModelTable<R>> related) {
        return declare(new BelongsToMany<>(this, name, pivot, parentKey, relatedKey, related));
    }
}
