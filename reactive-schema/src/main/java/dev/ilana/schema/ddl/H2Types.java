package dev.ilana.schema.ddl;

import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Geometry;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Temporal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Types of H2. */
final class H2Types extends TypeGrammar {

    H2Types(Identifiers names, Literals literals) {
        super(names, literals);
    }

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
            case JSON -> "json";
            case UUID -> "uuid";
            case ULID -> "char(26)";
            case INET -> network("inet", "45");
            case MACADDR -> network("macaddr", "17");
        };
    }

    @Override
    String temporal(Temporal type) {
        return switch (type.moment()) {
            case TIME -> "time(" + type.precision() + ")";
            case DATE_TIME -> "timestamp(" + type.precision() + ")";
            case TIMESTAMP -> "timestamp(" + type.precision() + ") with time zone";
        };
    }

    @Override
    String geometry(Geometry type) {
        String shape = type.shape().name().toLowerCase(Locale.ROOT).replace("_", "");
        return "geometry(" + shape + (type.srid() == null ? "" : ", " + type.srid()) + ")";
    }

    /** Not by IN, which H2 evaluates by the connection that made the check, and not at all when that is closed. */
    @Override
    @Nullable String condition(String quotedName, ColumnType type) {
        return type instanceof Enumeration enumeration
                ? quotedName + " = any(array[" + literals().list(enumeration.values()) + "])"
                : super.condition(quotedName, type);
    }
}
