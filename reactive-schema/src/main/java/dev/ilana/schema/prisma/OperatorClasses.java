package dev.ilana.schema.prisma;

import dev.ilana.schema.prisma.syntax.Argument;
import dev.ilana.schema.prisma.syntax.Expression;
import dev.ilana.schema.prisma.syntax.Expression.Call;
import dev.ilana.schema.prisma.syntax.Expression.Word;
import dev.ilana.schema.prisma.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a column of an index is compared, by Prisma's names and PostgreSQL's: {@code JsonbPathOps} is {@code
 * jsonb_path_ops}. Any other is said by {@code raw("gin_trgm_ops")}.
 *
 * @see <a href="https://www.prisma.io/docs/orm/prisma-schema/data-model/indexes">Prisma's names</a>
 */
final class OperatorClasses {

    private static final List<String> SINGLE =
            List.of("ArrayOps", "InetOps", "JsonbOps", "JsonbPathOps", "TextOps", "InetInclusionOps", "BitMinMaxOps");

    /** The types whose values BRIN can keep by their ends, and by a filter. */
    private static final List<String> MIN_MAX = List.of(
            "Bpchar",
            "Bytea",
            "Date",
            "Float4",
            "Float8",
            "Inet",
            "Int2",
            "Int4",
            "Int8",
            "Numeric",
            "Oid",
            "Text",
            "Timestamp",
            "TimestampTz",
            "Time",
            "TimeTz",
            "Uuid",
            "VarBit");

    private static final List<String> KINDS = List.of("BloomOps", "MinMaxOps", "MinMaxMultiOps");

    private static final Map<String, String> ALL = all();

    private OperatorClasses() {}

    private static Map<String, String> all() {
        List<String> names = new ArrayList<>(SINGLE);
        MIN_MAX.forEach(type -> KINDS.forEach(kind -> names.add(type + kind)));
        Map<String, String> all = new TreeMap<>();
        names.forEach(name -> all.put(name, sql(name)));
        return all;
    }

    /** Small letters with a line between words, where PostgreSQL sees one. */
    private static String sql(String name) {
        return name.replace("MinMax", "Minmax")
                .replace("Tz", "tz")
                .replace("VarBit", "Varbit")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    /** The database's name. */
    static String read(Expression given) {
        if (given instanceof Call call) {
            if (!call.function().text().equals("raw")) {
                throw Malformed.unknown("function", call.function(), List.of("raw"));
            }
            return Values.databaseName(Arguments.of(call, "name").get("name"));
        }
        Name name = Values.word(given);
        return Optional.ofNullable(ALL.get(name.text()))
                .orElseThrow(() -> Malformed.unknown("class of operators", name, ALL.keySet()));
    }

    /** As a file says it. */
    static Expression written(String sql) {
        return ALL.entrySet().stream()
                .filter(known -> known.getValue().equals(sql))
                .findFirst()
                .<Expression>map(known -> Word.of(known.getKey()))
                .orElseGet(() -> Call.of("raw", Argument.of(Expression.Text.of(sql))));
    }
}
