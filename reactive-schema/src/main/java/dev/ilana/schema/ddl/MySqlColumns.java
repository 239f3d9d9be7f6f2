package dev.ilana.schema.ddl;

import dev.ilana.schema.definition.ColumnChange.ChangeColumn;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Geometry;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.Computed;
import dev.ilana.schema.definition.QualifiedName;
import java.util.List;

/** Columns of MySQL and MariaDB. */
class MySqlColumns extends ColumnGrammar {

    MySqlColumns(Identifiers names, TypeGrammar types) {
        super(names, types);
    }

    @Override
    String column(QualifiedName table, ColumnDefinition column) {
        return names().quoted(column.name())
                + " "
                + type(column)
                + computed(column)
                + notNull(column)
                + defaultClause(column)
                + onUpdateClause(column)
                + (column.autoIncrement() ? " auto_increment" : "")
                + (column.comment() == null ? "" : " comment " + literals().string(column.comment()));
    }

    /** The whole column, as what is not said would be lost. */
    @Override
    List<String> change(ChangeColumn change) {
        return change.from().equals(change.to()) && change.position() == null
                ? List.of()
                : List.of(names().alter(change.table()) + " modify column " + column(change.table(), change.to())
                        + position(change.position()));
    }

    /** The comment stands in the column. */
    @Override
    final List<String> comment(QualifiedName table, ColumnDefinition column) {
        return List.of();
    }

    @Override
    final String storage(Computed computed) {
        return computed.stored() ? " stored" : " virtual";
    }

    /** Large types take no literal as a default, but an expression. */
    @Override
    final String literalDefault(ColumnType type, String literal) {
        if (type instanceof Plain plain) {
            switch (plain) {
                case TEXT, MEDIUM_TEXT, LONG_TEXT, BINARY, JSON -> {
                    return "(" + literal + ")";
                }
                default -> {}
            }
        }
        return type instanceof Geometry ? "(" + literal + ")" : literal;
    }

    /** Anything but a literal and CURRENT_TIMESTAMP must be in parentheses; those two may be. */
    @Override
    final String expressionDefault(String sql) {
        return "(" + sql + ")";
    }

    @Override
    final String currentDate() {
        return "(current_date)";
    }

    @Override
    final String currentTime(Temporal type) {
        String precision = "(" + type.precision() + ")";
        return switch (type.moment()) {
            case TIME -> "(current_time" + precision + ")";
            case DATE_TIME -> "current_timestamp" + precision;
            // An instant is UTC whatever zone the session has.
            case TIMESTAMP -> "(utc_timestamp" + precision + ")";
        };
    }

    /** No other expression is taken here. It is in the session's zone, which this library's connections have as UTC. */
    @Override
    final String currentOnUpdate(ColumnDefinition column) {
        return column.type() instanceof Temporal time
                ? "current_timestamp(" + time.precision() + ")"
                : super.currentOnUpdate(column);
    }
}
