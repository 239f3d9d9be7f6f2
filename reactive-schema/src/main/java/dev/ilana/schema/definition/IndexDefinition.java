package dev.ilana.schema.definition;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key, a unique constraint or an index.
 *
 * @param name null for the one made from the table's and the columns' names, which is cut to each database's limit
 */
public record IndexDefinition(Kind kind, @Nullable String name, List<String> columns) {

    /** What an index promises. */
    public enum Kind {
        PRIMARY,
        UNIQUE,
        INDEX
    }

    public IndexDefinition {
        columns = List.copyOf(columns);
        columns.forEach(Names::check);
        if (name != null) {
            Names.check(name);
        }
        if (columns.isEmpty()) {
            throw new InvalidUsageException("an index needs at least one column");
        }
    }

    public static IndexDefinition primary(List<String> columns) {
        return new IndexDefinition(Kind.PRIMARY, null, columns);
    }

    public static IndexDefinition unique(List<String> columns) {
        return new IndexDefinition(Kind.UNIQUE, null, columns);
    }

    public static IndexDefinition index(List<String> columns) {
        return new IndexDefinition(Kind.INDEX, null, columns);
    }

    public boolean isPrimary() {
        return kind == Kind.PRIMARY;
    }
}
