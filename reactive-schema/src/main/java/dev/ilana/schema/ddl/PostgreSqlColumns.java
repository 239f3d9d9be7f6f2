package dev.ilana.schema.ddl;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.Computed;
import java.util.List;

/** Columns of PostgreSQL. */
final class PostgreSqlColumns extends StandardColumns {

    PostgreSqlColumns(Identifiers names, TypeGrammar types) {
        super(names, types);
    }

    /** A name such as {@code de_DE} must be quoted. */
    @Override
    String collationName(String collation) {
        return "\"" + collation + "\"";
    }

    @Override
    String storage(Computed computed) {
        return " stored";
    }

    /** One statement, so that the table is written once. */
    @Override
    List<String> statements(String alterTable, List<String> actions) {
        return List.of(alterTable + " " + String.join(", ", actions));
    }

    /** What is there is cast: text of digits can become a number. */
    @Override
    String retype(ColumnDefinition column) {
        return "type " + type(column) + " using " + names().quoted(column.name()) + "::" + types().type(column.type());
    }

    @Override
    String counting(ColumnDefinition column) {
        return "add" + autoIncrement(column);
    }
}
