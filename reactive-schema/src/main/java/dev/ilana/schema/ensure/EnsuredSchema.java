package dev.ilana.schema.ensure;

import java.time.Instant;
import java.util.List;

/**
 * A schema that a database was given.
 *
 * @param hash of the registered schema, see {@link SchemaPlan#hash()}
 * @param statements those that gave it
 * @param at when
 */
public record EnsuredSchema(String hash, List<String> statements, Instant at) {

    public EnsuredSchema {
        statements = List.copyOf(statements);
    }
}
