package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.IndexDefinition.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names that Prisma gives to keys, so that a database which it made is one that this file describes.
 *
 * @see <a href="https://www.prisma.io/docs/orm/prisma-schema/data-model/database-mapping">Prisma's default names</a>
 */
record ConstraintNames(ProviderRules rules) {

    /** What MySQL and MariaDB call every primary key. */
    private static final String PRIMARY = "PRIMARY";

    String primaryKey(String table) {
        return rules.primaryKeyNames() ? cut(table, "_pkey") : PRIMARY;
    }

    String foreignKey(String table, List<String> columns) {
        return cut(joined(table, columns), "_fkey");
    }

    /** The name of an index of that kind over these columns. */
    String index(Kind kind, String table, List<String> columns) {
        return switch (kind) {
            case PRIMARY -> primaryKey(table);
            case UNIQUE -> cut(joined(table, columns), "_key");
            default -> cut(joined(table, columns), "_idx");
        };
    }

    /** Whether a key has the name that it has when a file says none; so it is when it has none yet. */
    static boolean isUsual(@Nullable String name, String usual) {
        return name == null || name.equals(usual);
    }

    private static String joined(String table, List<String> columns) {
        return table + "_" + String.join("_", columns);
    }

    /** PostgreSQL counts bytes; the others count letters, which are never more. */
    private String cut(String name, String suffix) {
        String start = name;
        while (start.getBytes(StandardCharsets.UTF_8).length > rules.maxNameLength() - suffix.length()) {
            start = start.substring(0, start.length() - 1);
        }
        return start + suffix;
    }
}
