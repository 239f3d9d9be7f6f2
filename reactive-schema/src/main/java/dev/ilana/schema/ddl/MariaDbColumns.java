package dev.ilana.schema.ddl;

import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.QualifiedName;

/** Columns of MariaDB, where they differ from MySQL's. */
final class MariaDbColumns extends MySqlColumns {

    MariaDbColumns(Identifiers names, TypeGrammar types) {
        super(names, types);
    }

    @Override
    String column(QualifiedName table, ColumnDefinition column) {
        if (column.computed() != null && !column.nullable()) {
            throw new UnsupportedFeatureException(
                    dialect().name(),
                    "NOT NULL for computed columns",
                    "leave notNullable() out of \"" + column.name() + "\", and check(…) that it is not null");
        }
        return super.column(table, column);
    }
}
