package dev.ilana.schema.build;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import java.util.List;
import java.util.function.UnaryOperator;

/** What more there is to say of an index; each word gives the same index back. */
public final class IndexBlueprint {

    private final Blueprint blueprint;
    private IndexDefinition index;
    private boolean concurrently;

    IndexBlueprint(Blueprint blueprint, IndexDefinition index) {
        this.blueprint = blueprint;
        this.index = index;
    }

    /** A name of its own, in place of {@code users_email_index}. */
    @CanIgnoreReturnValue
    public IndexBlueprint name(String name) {
        return become(index.withName(name));
    }

    /** Only rows that fulfil this condition, which is SQL and written as it stands; PostgreSQL. */
    @CanIgnoreReturnValue
    public IndexBlueprint where(String sql) {
        return become(index.withWhere(sql));
    }

    /** How it is built; other than sorted on PostgreSQL only. */
    @CanIgnoreReturnValue
    public IndexBlueprint using(IndexMethod method) {
        return become(index.withMethod(method));
    }

    /** The language whose words a full-text index knows, as {@code english}; PostgreSQL. */
    @CanIgnoreReturnValue
    public IndexBlueprint language(String language) {
        return become(index.withLanguage(language));
    }

    /** These columns are sorted from the greatest to the least. */
    @CanIgnoreReturnValue
    public IndexBlueprint descending(String... columns) {
        for (String column : columns) {
            part(column, part -> new OfColumn(part.column(), true, part.length(), part.operatorClass()));
        }
        return this;
    }

    /** Only so many of the column's first characters; MySQL and MariaDB, where long text needs it. */
    @CanIgnoreReturnValue
    public IndexBlueprint prefix(String column, int length) {
        return part(column, part -> new OfColumn(part.column(), part.descending(), length, part.operatorClass()));
    }

    /** How the column's values are compared, as {@code gin_trgm_ops}; PostgreSQL. */
    @CanIgnoreReturnValue
    public IndexBlueprint operatorClass(String column, String operatorClass) {
        return part(column, part -> new OfColumn(part.column(), part.descending(), part.length(), operatorClass));
    }

    /**
     * The table can be written while the index is built. PostgreSQL, and outside of a transaction: a migration with such
     * an index says so by {@code withinTransaction()}.
     *
     * @throws InvalidUsageException in a new table, which nobody writes yet
     */
    @CanIgnoreReturnValue
    public IndexBlueprint concurrently() {
        if (!(blueprint instanceof TableBlueprint)) {
            throw new InvalidUsageException("nobody writes a new table yet; leave concurrently() out");
        }
        blueprint.requireOpen();
        concurrently = true;
        return this;
    }

    IndexDefinition definition() {
        return index;
    }

    boolean isConcurrent() {
        return concurrently;
    }

    @CanIgnoreReturnValue
    private IndexBlueprint part(String column, UnaryOperator<OfColumn> change) {
        if (!index.columns().contains(column)) {
            throw new InvalidUsageException("the index is over " + index.columns() + ", not \"" + column + "\"");
        }
        List<IndexPart> parts = index.parts().stream()
                .map(part -> part instanceof OfColumn one && one.column().equals(column) ? change.apply(one) : part)
                .toList();
        return become(index.withParts(parts));
    }

    @CanIgnoreReturnValue
    private IndexBlueprint become(IndexDefinition other) {
        blueprint.requireOpen();
        index = other;
        return this;
    }
}
