package dev.ilana.schema.ddl;

import dev.ilana.dialect.Dialect;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.SchemaChange.DropForeignKey;
import dev.ilana.schema.definition.SchemaChange.DropIndex;
import java.util.List;

/** DDL of MySQL 8 and MariaDB 10.5, which have the same words for all of it. */
final class MySqlDdl extends DdlGrammar {

    private static final int MAX_NAME_LENGTH = 64;

    MySqlDdl(Dialect dialect) {
        super(dialect, MAX_NAME_LENGTH, new Columns());
    }

    @Override
    String inCurrentSchema() {
        return "table_schema = database()";
    }

    @Override
    String tableOptions() {
        return " engine = InnoDB default character set utf8mb4";
    }

    /** The comment stands in the column. */
    @Override
    List<String> columnComment(String table, ColumnDefinition column) {
        return List.of();
    }

    /** One statement for the whole table, as each commits by itself. */
    @Override
    boolean isInline(IndexDefinition index) {
        return true;
    }

    @Override
    String inlineIndex(String table, IndexDefinition index) {
        return index.kind() == Kind.INDEX
                ? "index " + name(table, index) + " " + list(index.columns())
                : super.inlineIndex(table, index);
    }

    @Override
    String dropIndex(DropIndex drop) {
        return drop.kind() == Kind.PRIMARY ? super.dropIndex(drop) : alter(drop.table()) + " drop index " + name(drop);
    }

    @Override
    String words(ReferentialAction action) {
        if (action == ReferentialAction.SET_DEFAULT) {
            throw new UnsupportedFeatureException(
                    dialect().name(), "\"set default\" for foreign keys", "use nullOnDelete(), or set it in a trigger");
        }
        return super.words(action);
    }

    @Override
    String dropForeignKey(DropForeignKey drop) {
        return alter(drop.table()) + " drop foreign key " + name(drop);
    }

    private static final class Columns extends ColumnGrammar {

        @Override
        String column(String quotedName, ColumnDefinition column) {
            return quotedName
                    + " "
                    + type(column.type())
                    + (column.nullable() ? "" : " not null")
                    + defaultClause(column)
                    + (column.generated() ? " auto_increment" : "")
                    + (column.comment() == null ? "" : " comment " + string(column.comment()));
        }

        @Override
        String plain(Plain type) {
            return switch (type) {
                case BOOLEAN -> "tinyint(1)";
                // REAL is a double here.
                case REAL -> "float";
                case DOUBLE -> "double";
                case TEXT -> "text";
                case MEDIUM_TEXT -> "mediumtext";
                case LONG_TEXT -> "longtext";
                case BINARY -> "longblob";
                case DATE -> "date";
                case TIME -> "time(6)";
                // TIMESTAMP ends in 2038 and shifts with the session's zone; instants are kept as UTC instead.
                case DATE_TIME, TIMESTAMP -> "datetime(6)";
                case JSON -> "json";
                case UUID -> "char(36)";
                case ULID -> "char(26)";
            };
        }

        @Override
        String integral(Integral type) {
            String name = switch (type.size()) {
                case TINY -> "tinyint";
                case SMALL -> "smallint";
                case NORMAL -> "int";
                case BIG -> "bigint";
            };
            return type.unsigned() ? name + " unsigned" : name;
        }

        /** The type of its own: a checked column could not be renamed, and a check takes any spelling of a letter. */
        @Override
        String enumeration(Enumeration type) {
            return "enum" + strings(type.values());
        }

        /** The types hold their values to it. */
        @Override
        String check(String quotedName, ColumnType type) {
            return "";
        }

        /** Large types take no literal as a default, but an expression. */
        @Override
        String literalDefault(ColumnType type, String literal) {
            if (type instanceof Plain plain) {
                switch (plain) {
                    case TEXT, MEDIUM_TEXT, LONG_TEXT, BINARY, JSON -> {
                        return "(" + literal + ")";
                    }
                    default -> {}
                }
            }
            return literal;
        }

        /** Anything but a literal and CURRENT_TIMESTAMP must be in parentheses; those two may be. */
        @Override
        String expressionDefault(String sql) {
            return "(" + sql + ")";
        }

        @Override
        String currentTime(Plain type) {
            return switch (type) {
                case DATE -> "(current_date)";
                case TIME -> "(current_time(6))";
                case DATE_TIME -> "current_timestamp(6)";
                // An instant is UTC whatever zone the session has.
                default -> "(utc_timestamp(6))";
            };
        }

        @Override
        String instant(String utc) {
            return utc;
        }

        /**
         * Both the quote and the backslash are doubled: under {@code NO_BACKSLASH_ESCAPES} a backslash then stays
         * double, but the literal ends where it should in either mode.
         */
        @Override
        String string(String text) {
            return super.string(text.replace("\\", "\\\\"));
        }
    }
}
