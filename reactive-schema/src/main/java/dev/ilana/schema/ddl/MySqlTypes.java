package dev.ilana.schema.ddl;

import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Geometry;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Temporal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Types of MySQL and MariaDB. */
final class MySqlTypes extends TypeGrammar {

    private final String srid;

    /** @param srid the word before the number of a system of coordinates */
    MySqlTypes(Identifiers names, Literals literals, String srid) {
        super(names, literals);
        this.srid = srid;
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
            case JSON -> "json";
            case UUID -> "char(36)";
            case ULID -> "char(26)";
            case INET -> network("inet", "45");
            case MACADDR -> network("macaddr", "17");
        };
    }

    /** TIMESTAMP ends in 2038 and shifts with the session's zone; instants are kept as UTC instead. */
    @Override
    String temporal(Temporal type) {
        return (type.moment() == Moment.TIME ? "time" : "datetime") + "(" + type.precision() + ")";
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
        return "enum" + literals().strings(type.values());
    }

    @Override
    String geometry(Geometry type) {
        String shape = type.shape().name().toLowerCase(Locale.ROOT).replace("_", "");
        return type.srid() == null ? shape : shape + " " + srid + type.srid();
    }

    /** The types hold their values to it. */
    @Override
    @Nullable String condition(String quotedName, ColumnType type) {
        return null;
    }
}
