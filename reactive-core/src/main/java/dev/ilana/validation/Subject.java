package dev.ilana.validation;

import dev.ilana.connection.Database;
import dev.ilana.query.Query;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The place of a value that is looked at.
 *
 * @param table the table it is for
 * @param column the column it is for
 * @param key the key of the row it is for, by column; empty for a new row
 * @param stored what the column keeps for a value
 * @param database the one the model is to be written to
 */
public record Subject(
        String table, String column, Map<String, ?> key, UnaryOperator<Object> stored, Database database) {

    public Subject {
        key = Map.copyOf(key);
    }

    /** The rows of the table. */
    Query rows() {
        return elsewhere(Query.table(table));
    }

    /** The query, on the model's database. */
    Query elsewhere(Query query) {
        return query.on(database);
    }
}
