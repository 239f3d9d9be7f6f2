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
 * @param among what the other rows have that count, by column: the tenant, where the table has tenants
 * @param stored what the column keeps for a value
 * @param database the one the model is to be written to
 */
public record Subject(
        String table,
        String column,
        Map<String, ?> key,
        Map<String, ?> among,
        UnaryOperator<Object> stored,
        Database database) {

    public Subject {
        key = Map.copyOf(key);
        among = Map.copyOf(among);
    }

    /** The rows of the table that count. */
    Query rows() {
        Query rows = elsewhere(Query.table(table));
        for (var part : among.entrySet()) {
            rows = rows.where(part.getKey(), part.getValue());
        }
        return rows;
    }

    /** The query, on the model's database. */
    Query elsewhere(Query query) {
        return query.on(database);
    }
}
