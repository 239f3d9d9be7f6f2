package dev.ilana.schema.ddl;

import dev.ilana.dialect.Dialects;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.SchemaChange.RenameColumn;

/** DDL of H2. */
final class H2Ddl extends DdlGrammar {

    private static final int MAX_NAME_LENGTH = 256;

    H2Ddl() {
        super(Dialects.H2, MAX_NAME_LENGTH, new Columns());
    }

    @Override
    String inCurrentSchema() {
        return "table_schema = current_schema";
    }

    @Override
    String renameColumn(RenameColumn rename) {
        return alter(rename.table()) + " alter column " + quoted(rename.column()) + " rename to "
                + quoted(rename.newName());
    }

    private static final class Columns extends ColumnGrammar {

        @Override
        String plain(Plain type) {
            return switch (type) {
                case BOOLEAN -> "boolean";
                case REAL -> "real";
                case DOUBLE -> "double precision";
                // A million characters, read as fast as a large object; and it can be indexed, which that can't.
                case TEXT -> "varchar";
                case MEDIUM_TEXT, LONG_TEXT -> "character large object";
                // A million bytes; the driver does not give a large object as bytes.
                case BINARY -> "varbinary";
                case DATE -> "date";
                case TIME -> "time(6)";
                case DATE_TIME -> "timestamp(6)";
                case TIMESTAMP -> "timestamp(6) with time zone";
                case JSON -> "json";
                case UUID -> "uuid";
                case ULID -> "char(26)";
            };
        }

        /** The driver cuts a statement at each semicolon, even one in a literal; there it is written by its code. */
        @Override
        String string(String text) {
            return text.indexOf(';') < 0
                    ? super.string(text)
                    : "U&" + super.string(text.replace("\\", "\\\\").replace(";", "\\003b"));
        }

        /** A plain string would become a JSON string. */
        @Override
        String literalDefault(ColumnType type, String literal) {
            return type == Plain.JSON ? "json " + literal : literal;
        }
    }
}
