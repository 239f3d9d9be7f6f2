package dev.ilana.schema.definition;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition that every row must fulfil.
 *
 * @param name null for the one made from the table's name, the columns' and the rule's
 * @param columns the columns it is about, which give it its name; none for one about the row
 */
public record CheckDefinition(@Nullable String name, List<String> columns, Rule rule) {

    /** What is checked. */
    public sealed interface Rule {}

    /** A condition in SQL, which is written as it stands. */
    public record Condition(String sql) implements Rule {
        public Condition {
            if (sql.isBlank()) {
                throw new InvalidUsageException("a check needs a condition in SQL, as in \"age\" > 17");
            }
        }
    }

    /** The column is greater than nought. */
    public record Positive(String column) implements Rule {}

    /** The column's text has a part that the regular expression matches. */
    public record Matches(String column, String regex) implements Rule {}

    public CheckDefinition {
        columns = List.copyOf(columns);
        columns.forEach(Names::check);
        if (name != null) {
            Names.check(name);
        }
    }
}
