package dev.ilana.schema.ddl;

import dev.ilana.dialect.Dialects;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.SchemaChange.DropIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DDL of PostgreSQL. */
final class PostgreSqlDdl extends DdlGrammar {

    private static final int MAX_NAME_LENGTH = 63;

    PostgreSqlDdl() {
        super(Dialects.POSTGRESQL, MAX_NAME_LENGTH, new Columns());
    }

    @Override
    String inCurrentSchema() {
        return "table_schema = any (current_schemas(false))";
    }

    /** By name, as it can only be dropped by its name. */
    @Override
    String primaryKey(String table, IndexDefinition index) {
        return "constraint " + primaryName(table, index.name()) + " " + super.primaryKey(table, index);
    }

    @Override
    String dropIndex(DropIndex drop) {
        return drop.kind() == Kind.PRIMARY
                ? alter(drop.table()) + " drop constraint " + primaryName(drop.table(), drop.name())
                : super.dropIndex(drop);
    }

    /** The name that the server itself would give. */
    private String primaryName(String table, @Nullable String given) {
        return keyName(given, table, List.of(), "pkey");
    }

    private static final class Columns extends ColumnGrammar {

        @Override
        String plain(Plain type) {
            return switch (type) {
                case BOOLEAN -> "boolean";
                case REAL -> "real";
                case DOUBLE -> "double precision";
                case TEXT, MEDIUM_TEXT, LONG_TEXT -> "text";
                case BINARY -> "bytea";
                case DATE -> "date";
                case TIME -> "time(6)";
                case DATE_TIME -> "timestamp(6)";
                case TIMESTAMP -> "timestamptz(6)";
                case JSON -> "jsonb";
                case UUID -> "uuid";
                case ULID -> "char(26)";
            };
        }

        /** The E form means the same whatever {@code standard_conforming_strings} is. */
        @Override
        String string(String text) {
            return text.indexOf('\\') < 0 ? super.string(text) : "E" + super.string(text.replace("\\", "\\\\"));
        }
    }
}
