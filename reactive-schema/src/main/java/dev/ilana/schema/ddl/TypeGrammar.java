package dev.ilana.schema.ddl;

import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Geometry;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Native;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.SetOf;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varbinary;
import dev.ilana.schema.definition.ColumnType.Varchar;
import org.jspecify.annotations.Nullable;

/** Spells the types of columns for one database. */
abstract class TypeGrammar {

    private final Identifiers names;
    private final Literals literals;

    TypeGrammar(Identifiers names, Literals literals) {
        this.names = names;
        this.literals = literals;
    }

    final String type(ColumnType type) {
        if (type instanceof Plain plain) {
            return plain(plain);
        } else if (type instanceof Integral integral) {
            return integral(integral);
        } else if (type instanceof Varchar text) {
            return "varchar(" + text.length() + ")";
        } else if (type instanceof Char text) {
            return "char(" + text.length() + ")";
        } else if (type instanceof Decimal number) {
            return "decimal(" + number.precision() + ", " + number.scale() + ")";
        } else if (type instanceof Temporal time) {
            return temporal(time);
        } else if (type instanceof Varbinary bytes) {
            return varbinary(bytes);
        } else if (type instanceof Enumeration enumeration) {
            return enumeration(enumeration);
        } else if (type instanceof SetOf set) {
            return setOf(set);
        } else if (type instanceof Geometry geometry) {
            return geometry(geometry);
        } else if (type instanceof ArrayOf array) {
            return arrayOf(array);
        } else if (type instanceof Native own) {
            return literals.raw(own.sql());
        }
        throw new IllegalStateException("unknown type " + type.getClass());
    }

    abstract String plain(Plain type);

    abstract String temporal(Temporal type);

    abstract String geometry(Geometry type);

    /** A tiny integer is a small one here: both read as a Short, and only the MySQL family saves a byte by it. */
    String integral(Integral type) {
        return switch (type.size()) {
            case TINY, SMALL -> "smallint";
            case NORMAL -> "integer";
            case BIG -> "bigint";
        };
    }

    String varbinary(Varbinary type) {
        return "varbinary(" + type.length() + ")";
    }

    /** Text and a check: a type of its own would have to be made, altered and dropped beside the table. */
    String enumeration(Enumeration type) {
        return "varchar(255)";
    }

    String setOf(SetOf type) {
        dialect().require(Capability.SET_COLUMN, "use json(name), or a table of the words that a row has");
        return "set" + literals.strings(type.values());
    }

    String arrayOf(ArrayOf type) {
        dialect().require(Capability.ARRAY_COLUMN, "use json(name), or a table of the values that a row has");
        return type(type.element()) + arraySuffix();
    }

    String arraySuffix() {
        return " array";
    }

    final String network(String sqlName, String length) {
        dialect().require(Capability.NETWORK_COLUMN, "use string(name, " + length + ")");
        return sqlName;
    }

    /** The condition that a column's values must fulfil to be of the type; null where the type itself sees to it. */
    @Nullable String condition(String quotedName, ColumnType type) {
        if (type instanceof Enumeration enumeration) {
            return quotedName + " in " + literals.strings(enumeration.values());
        }
        return type instanceof Integral integral && integral.unsigned() ? quotedName + " >= 0" : null;
    }

    final Dialect dialect() {
        return names.dialect();
    }

    final Identifiers names() {
        return names;
    }

    final Literals literals() {
        return literals;
    }
}
