package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.connection.Database;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.diff.Difference;
import dev.ilana.testkit.database.Runner;
import org.junit.jupiter.api.Test;

/**
 * Made-up schemas become what the database has, and the database then has no difference from them: 500 tables, some of which
 * grow into others. A failure names its seed.
 */
public interface RandomSchemaContract extends EmptySchemaContract {

    /** How many schemas are made, each of so many tables. */
    int SCHEMAS = 50;

    int TABLES = 10;

    /** Each of so many becomes another one: a change takes longer than to make a table. */
    int GROWN = 10;

    private static Difference difference(Database database, SchemaDefinition wanted, Runner run) {
        return run.get(ALL.on(database, wanted));
    }

    private static void become(Database database, SchemaDefinition wanted, long seed, Runner run) {
        Difference difference = difference(database, wanted, run);
        try {
            run.value(Schema.on(database).apply(difference.changes()));
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "seed " + seed + ": " + e.getMessage() + " of " + String.join("\n", difference.statements()), e);
        }
        assertThat(difference(database, wanted, run).lines())
                .as("seed %d", seed)
                .isEmpty();
    }

    @Test
    @Feature({"16.5", "16.6"})
    default void madeUpSchemasBecomeEachOtherAndNothingIsLeftToChange(Runner run) {
        Database database = run.database();
        long first = Long.getLong("ilana.schemas.seed", 20_261_121L);
        int count = Integer.getInteger("ilana.schemas", SCHEMAS);
        for (long seed = first; seed < first + count; seed++) {
            RandomSchemas schemas = new RandomSchemas(database.dialect(), seed);
            SchemaDefinition schema = schemas.schema(TABLES);

            become(database, schema, seed, run);
            if (seed % GROWN == 0) {
                schema = schemas.grown(schema);
                become(database, schema, seed, run);
            }
            run.value(Schema.on(database)
                    .apply(ALL.between(database.dialect(), schema, SchemaDefinition.EMPTY)
                            .changes()));
        }
    }
}
