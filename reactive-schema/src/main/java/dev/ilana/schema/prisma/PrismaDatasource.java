package dev.ilana.schema.prisma;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of its database.
 *
 * @param name the word before the dot of native types
 * @param url where it is; null where the file does not say, or names a variable of the environment
 * @param urlVariable the variable of the environment that says where it is; null where the file does not name one
 * @param schemas the schemas its models may be in besides the one in use
 * @param foreignKeys whether relations are foreign keys in the database, too
 */
public record PrismaDatasource(
        String name,
        PrismaProvider provider,
        @Nullable String url,
        @Nullable String urlVariable,
        List<String> schemas,
        boolean foreignKeys) {

    public PrismaDatasource {
        schemas = List.copyOf(schemas);
    }
}
