package dev.ilana.schema.definition;

import dev.ilana.error.InvalidNameException;
import dev.ilana.sql.Names;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table or a type, with the schema it is in.
 *
 * @param schema null for the one in which the connection looks names up
 */
public record QualifiedName(@Nullable String schema, String name) {

    public QualifiedName {
        if (schema != null) {
            Names.check(schema);
        }
        Names.check(name);
    }

    /**
     * The name as people write it: {@code events}, or {@code analytics.events} for one in a schema.
     *
     * @throws InvalidNameException when it is neither
     */
    public static QualifiedName of(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return new QualifiedName(null, text);
        }
        if (dot == 0 || text.indexOf('.', dot + 1) >= 0) {
            throw new InvalidNameException(text);
        }
        return new QualifiedName(text.substring(0, dot), text.substring(dot + 1));
    }

    /** Another name in the same schema. */
    public QualifiedName sibling(String other) {
        return new QualifiedName(schema, other);
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
