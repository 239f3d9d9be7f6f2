package dev.ilana.schema.ddl;

import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Geometry;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varbinary;
import dev.ilana.schema.definition.QualifiedName;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Types of PostgreSQL. */
final class PostgreSqlTypes extends TypeGrammar {

    PostgreSqlTypes(Identifiers names, Literals literals) {
        super(names, literals);
    }

    @Override
    String plain(Plain type) {
        return switch (type) {
            case BOOLEAN -> "boolean";
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case TEXT, MEDIUM_TEXT, LONG_TEXT -> "text";
            case BINARY -> "bytea";
            case DATE -> "date";
            case JSON -> "jsonb";
            case UUID -> "uuid";
            case ULID -> "char(26)";
            case INET -> "inet";
            case MACADDR -> "macaddr";
        };
    }

    @Override
    String temporal(Temporal type) {
        String name = switch (type.moment()) {
            case TIME -> "time";
            case DATE_TIME -> "timestamp";
            case TIMESTAMP -> "timestamptz";
        };
        return name + "(" + type.precision() + ")";
    }

    /** Bytes have no length here; a check holds them to it. */
    @Override
    String varbinary(Varbinary type) {
        return "bytea";
    }

    @Override
    String enumeration(Enumeration type) {
        QualifiedName own = type.typeName();
        return own == null ? super.enumeration(type) : names().quoted(own);
    }

    /** The server's own shapes; those in a system of coordinates, and any shape at all, are PostGIS's. */
    @Override
    String geometry(Geometry type) {
        if (type.srid() != null) {
            return "geometry(" + type.shape().name().toLowerCase(Locale.ROOT).replace("_", "") + ", " + type.srid()
                    + ")";
        }
        return switch (type.shape()) {
            case GEOMETRY -> "geometry";
            case POINT -> "point";
            case LINE_STRING -> "path";
            case POLYGON -> "polygon";
        };
    }

    @Override
    String arraySuffix() {
        return "[]";
    }

    @Override
    @Nullable String condition(String quotedName, ColumnType type) {
        if (type instanceof Varbinary bytes) {
            return "octet_length(" + quotedName + ") <= " + bytes.length();
        }
        return type instanceof Enumeration enumeration && enumeration.typeName() != null
                ? null
                : super.condition(quotedName, type);
    }
}
