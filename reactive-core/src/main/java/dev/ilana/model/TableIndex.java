package dev.ilana.model;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Names;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An index that whoever makes the table is to give it. It is a description: the database is what has it.
 *
 * @param <M> the model
 */
public final class TableIndex<M extends Model<M>> {

    private final ModelTable<M> table;
    private final List<Column<M, ?>> columns;
    private boolean unique;
    private @Nullable String name;
    private Set<String> environments = Set.of();

    TableIndex(ModelTable<M> table, List<Column<M, ?>> columns) {
        if (columns.isEmpty()) {
            throw new InvalidUsageException("an index of table " + table + " needs at least one column");
        }
        this.table = table;
        this.columns = columns;
    }

    /** No two rows have the same values in all of its columns. */
    public TableIndex<M> unique() {
        table.requireOpen();
        unique = true;
        return this;
    }

    /**
     * Has this name, instead of one made of those of its table and columns.
     *
     * @throws dev.ilana.error.InvalidNameException when it is none
     */
    public TableIndex<M> named(String given) {
        table.requireOpen();
        name = Names.check(given);
        return this;
    }

    /** Is there in these environments only, such as {@code "production"}. */
    public TableIndex<M> in(String... only) {
        table.requireOpen();
        environments = Set.of(only);
        return this;
    }

    public List<Column<M, ?>> columns() {
        return columns;
    }

    public boolean isUnique() {
        return unique;
    }

    /** Its own name; null for one that is made. */
    public @Nullable String name() {
        return name;
    }

    /** Whether it is there in that environment. */
    public boolean isIn(String environment) {
        return environments.isEmpty() || environments.contains(environment);
    }
}
