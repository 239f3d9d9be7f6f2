package dev.ilana;

import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import dev.ilana.model.Scope;
import dev.ilana.model.WritableTable;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.HasOne;
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

    /** Many rows that point here by the given foreign key. */
    public <R extends Model<R>> HasMany<M, R> hasMany(String name, Supplier<? extends Column<R, ?>> foreignKey) {
        return declare(new HasMany<>(this, name, foreignKey));
    }

    /** One row that points here by the given foreign key. */
    public <R extends Model<R>> HasOne<M, R> hasOne(String name, Supplier<? extends Column<R, ?>> foreignKey) {
        return declare(new HasOne<>(this, name, foreignKey));
    }

    /** The row of that table that this one's foreign key points at. */
    public <R extends Model<R>> BelongsTo<M, R> belongsTo(
            String name, Column<M, ?> foreignKey, Supplier<? extends ModelTable<R>> related) {
        return declare(new BelongsTo<>(this, name, foreignKey, related));
    }

    /**
     * Rows of that table that a pivot table relates to this one, by columns named after the two tables: {@code user_id}
     * and {@code role_id}.
     */
    public <R extends Model<R>> BelongsToMany<M, R> belongsToMany(
            String name, String pivot, Supplier<? extends ModelTable<R>> related) {
        return declare(new BelongsToMany<>(this, name, pivot, null, null, related));
    }

    /** The same, by columns of other names: the first points here, the second at the related table. */
    public <R extends Model<R>> BelongsToMany<M, R> belongsToMany(
            String name, String pivot, String parentKey, String relatedKey, Supplier<? extends ModelTable<R>> related) {
        return declare(new BelongsToMany<>(this, name, pivot, parentKey, relatedKey, related));
    }
}
