package dev.ilana.schema.definition;

import dev.ilana.sql.Names;
import org.jspecify.annotations.Nullable;

/**
 * How a table is kept, on databases that let one choose.
 *
 * @param engine null for the database's own, which on MySQL and MariaDB is InnoDB
 */
public record TableOptions(@Nullable String engine, TextRules text) {

    /** The database's own choice in everything. */
    public static final TableOptions NONE = new TableOptions(null, TextRules.NONE);

    public TableOptions {
        if (engine != null) {
            Names.check(engine);
        }
    }

    public TableOptions withEngine(@Nullable String name) {
        return new TableOptions(name, text);
    }

    public TableOptions withText(TextRules rules) {
        return new TableOptions(engine, rules);
    }
}
