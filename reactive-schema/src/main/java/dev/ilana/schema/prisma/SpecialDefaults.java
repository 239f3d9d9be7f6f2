package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.DefaultValue.Expression;
import dev.ilana.schema.definition.DefaultValue.Literal;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** How one database writes a default that is no scalar. */
enum SpecialDefaults {
    POSTGRESQL {
        @Override
        DefaultValue bytes(byte[] value) {
            return new Expression("'\\x" + HexFormat.of().formatHex(value) + "'::bytea");
        }

        /** As the text of an array, which needs no type: the database reads it as the column's. */
        @Override
        DefaultValue list(List<Object> values) {
            return Literal.of(values.stream()
                    .map(value -> value instanceof String text
                            ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                            : plain(value))
                    .collect(Collectors.joining(",", "{", "}")));
        }
    },
    MYSQL,
    H2;

    DefaultValue bytes(byte[] value) {
        return new Expression("X'" + HexFormat.of().formatHex(value) + "'");
    }

    DefaultValue list(List<Object> values) {
        return new Expression(values.stream()
                .map(value -> value instanceof String text ? "'" + text.replace("'", "''") + "'" : plain(value))
                .collect(Collectors.joining(", ", "array[", "]")));
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }
}
