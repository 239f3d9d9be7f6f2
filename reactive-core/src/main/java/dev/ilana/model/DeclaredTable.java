package dev.ilana.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.cast.Cast;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.Names;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.TableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of a model's table: its columns, its key, what is computed, its relations, scopes and names. It is open
 * while a class declares its constants and closed by its first use.
 *
 * @param <M> the model
 */
public abstract sealed class DeclaredTable<M extends Model<M>> extends KeyedTable<M> permits ModelTable {

    private final TableName tableName;
    private final String name;
    private final List<TableIndex<M>> indexes = new ArrayList<>();
    private final List<Column<M, ?>> declared = new ArrayList<>();
    private final Map<String, Accessor<M, ?>> accessors = new LinkedHashMap<>();
    private final Map<String, Loadable<M, ?>> relations = new LinkedHashMap<>();
    private @Nullable Column<M, Instant> createdAt;
    private @Nullable Column<M, Instant> updatedAt;
    private @Nullable Column<M, Instant> deletedAt;
    private boolean camelCaseJson;
    private @Nullable Tenancy<M> tenancy;
    private final Map<String, Scope<M>> globalScopes = new LinkedHashMap<>();
    private @Nullable String connection;
    private @Nullable String morphName;
    private final DefaultLoads<M> defaultLoads = new DefaultLoads<>(itself());
    private volatile @Nullable TableShape<M> shape;

    DeclaredTable(String name) {
        this.tableName = TableName.parse(name);
        this.name = tableName.name();
    }

    // Columns, each declared once

    /** An index over these columns: a description for whoever makes the table. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final TableIndex<M> index(Column<M, ?>... columns) {
        requireOpen();
        TableIndex<M> index = new TableIndex<>(itself(), List.of(columns));
        indexes.add(index);
        return index;
    }

    @Override
    public final <T> Column<M, T> column(String column, Cast<T, ?> cast) {
        return declare(new Column<>(itself(), column, cast.in(name, column)));
    }

    @Override
    final <T> Column<M, T> plain(String column, SqlType type, Class<T> javaType) {
        return declare(new Column<>(itself(), column, type, javaType));
    }

    private <T> Column<M, T> declare(Column<M, T> column) {
        requireOpen();
        if (accessors.containsKey(column.name())
                || declared.stream().anyMatch(other -> other.databaseName().equals(column.databaseName()))) {
            throw new InvalidUsageException("column " + column + " is declared twice");
        }
        declared.add(column);
        return column;
    }

    // What is computed

    /** An attribute computed from the others, for {@link Model#get(Accessor)}; in JSON for who appends it. */
    public final <T> Accessor<M, T> accessor(String attribute, Function<? super M, ? extends @Nullable T> function) {
        return declare(new Accessor<>(itself(), attribute, function, false));
    }

    /**
     * An attribute computed from the others that is in the map and the JSON of every model, except of one that was read
     * without what it takes.
     */
    public final <T> Accessor<M, T> appended(String attribute, Function<? super M, ? extends @Nullable T> function) {
        return declare(new Accessor<>(itself(), attribute, function, true));
    }

    private <T> Accessor<M, T> declare(Accessor<M, T> accessor) {
        requireOpen();
        boolean isColumn = declared.stream().anyMatch(column -> column.name().equals(accessor.name()));
        if (isColumn || accessors.putIfAbsent(accessor.name(), accessor) != null) {
            throw new InvalidUsageException("attribute " + accessor + " is declared twice");
        }
        return accessor;
    }

    protected final void declareCamelCaseJson() {
        requireOpen();
        camelCaseJson = true;
    }

    protected final void declareTimestamps(String createdAtName, String updatedAtName) {
        createdAt = timeOnCreate(timestamp(createdAtName).nullable(), now -> now);
        updatedAt = timeOnSave(timestamp(updatedAtName).nullable(), now -> now);
    }

    protected final void declareSoftDeletes(String deletedAtName) {
        declareSoftDeletes(timestamp(deletedAtName).nullable());
    }

    protected final void declareSoftDeletes(Column<M, Instant> column) {
        deletedAt = column;
        declareGlobalScope(
                GlobalScopes.SOFT_DELETES, query -> query.constrained(new IsNull(column.reference(), false)));
    }

    /**
     * Has the column say whose a row is. All that is read and written by this table is then of the {@link
     * dev.ilana.connection.Tenant} of the Reactor Context, and new rows get it; a Context without one is a {@link
     * dev.ilana.error.MissingTenantException}. A query over the rows of all says {@code withoutGlobalScope("tenant")}.
     */
    public final <T> Column<M, T> tenant(Column<M, T> column) {
        Tenancy<M> declaredTenancy = Tenancy.by(column);
        declareGlobalScope(GlobalScopes.TENANT, query -> query.constrained(declaredTenancy.isOwn()));
        tenancy = declaredTenancy;
        return column;
    }

    final @Nullable Tenancy<M> tenancy() {
        return tenancy;
    }

    /** The rows that fit and are, where the table has tenants, the tenant's. */
    final Criterion own(Criterion rows) {
        return tenancy == null ? rows : rows.and(tenancy.isOwn());
    }

    protected final void declareConnection(String databaseName) {
        requireOpen();
        connection = Names.check(databaseName);
    }

    /** The name of the database that its models are of; null where it is the chain's. */
    final @Nullable String connection() {
        return connection;
    }

    /** Whether the two have one database, so that a key of the one can point at the other. */
    public final boolean hasDatabaseOf(ModelTable<?> other) {
        return Objects.equals(connection, other.connection());
    }

    protected final void declareDefaultLoads(String... paths) {
        requireOpen();
        defaultLoads.add(paths);
    }

    /** What is loaded into every model of this table. */
    final DefaultLoads<M> defaultLoads() {
        return defaultLoads;
    }

    protected final void declareGlobalScope(String scopeName, Scope<M> scope) {
        requireOpen();
        if (globalScopes.putIfAbsent(scopeName, scope) != null) {
            throw new InvalidUsageException("table " + name + " has the global scope \"" + scopeName + "\" already");
        }
    }

    Map<String, Scope<M>> globalScopes() {
        return globalScopes;
    }

    void requireGlobalScope(String scopeName) {
        if (!globalScopes.containsKey(scopeName)) {
            throw new InvalidUsageException(
                    "table " + name + " has no global scope \"" + scopeName + "\", but " + globalScopes.keySet());
        }
    }

    /** Adds a relation to the names that {@code with("name")} knows. */
    @CanIgnoreReturnValue
    protected final <L extends Loadable<M, ?>> L declare(L relation) {
        requireOpen();
        if (relations.putIfAbsent(relation.name(), relation) != null) {
            throw new InvalidUsageException("relation " + relation + " is declared twice");
        }
        return relation;
    }

    @Override
    final void requireOpen() {
        if (shape != null) {
            throw new InvalidUsageException("table " + name
                    + " is in use already; declare its columns and relations as constants of its model");
        }
    }

    /** The name by convention of the table of a model. */
    protected static String tableNameOf(Class<?> model) {
        return Inflector.tableOf(model.getSimpleName());
    }

    // What it is

    @Override
    public final String name() {
        return name;
    }

    /** The name with its schema, where it has one. */
    public final TableName tableName() {
        return tableName;
    }

    /** What stands in a type column for this table: its name, where it was given no other. */
    public final String morphName() {
        return morphName == null ? name : morphName;
    }

    protected final void declareMorphName(String alias) {
        requireOpen();
        morphName = alias;
    }

    Map<String, Loadable<M, ?>> relations() {
        return relations;
    }

    /** The names of the relations, in the order of their declarations. */
    public final Set<String> relationNames() {
        return Collections.unmodifiableSet(relations.keySet());
    }

    /** The indexes that were declared, in their order. */
    public final List<TableIndex<M>> indexes() {
        return Collections.unmodifiableList(indexes);
    }

    Map<String, Accessor<M, ?>> accessors() {
        return accessors;
    }

    /** The name in JSON of the attribute or relation. */
    String jsonName(String attribute) {
        return camelCaseJson ? CamelCase.of(attribute) : attribute;
    }

    /**
     * When a row was added.
     *
     * @throws InvalidUsageException without timestamps
     */
    public final Column<M, Instant> createdAt() {
        return declared(createdAt, "timestamps()");
    }

    /**
     * When a row was last changed.
     *
     * @throws InvalidUsageException without timestamps
     */
    public final Column<M, Instant> updatedAt() {
        return declared(updatedAt, "timestamps()");
    }

    /**
     * When a row was softly deleted.
     *
     * @throws InvalidUsageException without soft deletes
     */
    public final Column<M, Instant> deletedAt() {
        return declared(deletedAt, "softDeletes()");
    }

    private Column<M, Instant> declared(@Nullable Column<M, Instant> column, String by) {
        if (column == null) {
            throw new InvalidUsageException("table " + name + " was not declared with " + by);
        }
        return column;
    }

    boolean hasTimestamps() {
        return createdAt != null;
    }

    boolean hasSoftDeletes() {
        return deletedAt != null;
    }

    @Override
    final TableShape<M> shape() {
        TableShape<M> current = shape;
        return current != null ? current : close();
    }

    private synchronized TableShape<M> close() {
        TableShape<M> current = shape;
        if (current == null) {
            // The key first and the table's own times last, wherever their declarations stand.
            List<Column<M, ?>> ordered = new ArrayList<>();
            declared.stream().filter(this::isKey).forEach(ordered::add);
            declared.stream()
                    .filter(column -> !isKey(column) && !isOwnTime(column))
                    .forEach(ordered::add);
            declared.stream().filter(this::isOwnTime).forEach(ordered::add);
            requireDifferentNames(ordered);
            current = new TableShape<>(ordered);
            shape = current;
        }
        return current;
    }

    private void requireDifferentNames(List<Column<M, ?>> columns) {
        Set<String> taken = new HashSet<>(accessors.keySet());
        for (Column<M, ?> column : columns) {
            if (!taken.add(column.name())) {
                throw new InvalidUsageException("attribute " + column + " is declared twice");
            }
        }
    }

    /** Whether the column belongs to the row and not to what it is about: the key, a time, the version, the tenant. */
    boolean isOfRow(Column<M, ?> column) {
        return isKey(column)
                || column.isReadOnly()
                || isOwnTime(column)
                || column == version()
                || (tenancy != null && column == tenancy.column());
    }

    private boolean isOwnTime(Column<M, ?> column) {
        return column == deletedAt || writeTimes().stream().anyMatch(time -> time.column() == column);
    }

    @Override
    public final String toString() {
        return name;
    }
}
