package dev.ilana.testkit.assertion;

import dev.ilana.DB;
import dev.ilana.query.Query;
import dev.ilana.query.Row;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What a table has of a row that is looked for.
 *
 * @param wanted its values, by the names of columns
 * @param matching how many rows have them
 * @param all how many rows there are
 * @param shown the first rows that have them, or else some of those that have not
 */
record FoundRows(String table, Map<String, @Nullable Object> wanted, long matching, long all, List<Row> shown) {

    private static final int NEAREST = 3;
    private static final int LOOKED_AT = 500;

    static Mono<FoundRows> of(String table, Map<String, ? extends @Nullable Object> row) {
        Map<String, @Nullable Object> wanted = new TreeMap<>(row);
        Query matching = matching(table, wanted);
        return matching.count()
                .zipWith(DB.table(table).count())
                .flatMap(counts -> (counts.getT1() > 0
                                ? matching.limit(NEAREST)
                                : DB.table(table).limit(LOOKED_AT))
                        .get()
                        .collectList()
                        .map(shown -> new FoundRows(table, wanted, counts.getT1(), counts.getT2(), shown)));
    }

    private static Query matching(String table, Map<String, @Nullable Object> wanted) {
        Query query = DB.table(table);
        for (Map.Entry<String, @Nullable Object> column : wanted.entrySet()) {
            query = column.getValue() == null
                    ? query.whereNull(column.getKey())
                    : query.where(column.getKey(), column.getValue());
        }
        return query;
    }

    String noneMatches() {
        return "table " + table + " has no row with " + wanted + "; it has " + Texts.rows(all) + nearest();
    }

    String someMatch() {
        return "table " + table + " should have no row" + (wanted.isEmpty() ? "" : " with " + wanted) + ", and has "
                + Texts.rows(matching) + Texts.lines(shown);
    }

    private String nearest() {
        List<String> nearest = shown.stream()
                .sorted(Comparator.comparingInt(row -> differences(row).size()))
                .limit(NEAREST)
                .map(row -> row + "\n    differs in "
                        + differences(row).entrySet().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(", ")))
                .toList();
        return nearest.isEmpty() ? "" : ", the nearest" + Texts.lines(nearest);
    }

    /** What the row has in the columns in which it is another. */
    private Map<String, @Nullable Object> differences(Row row) {
        Map<String, @Nullable Object> differences = new TreeMap<>();
        wanted.forEach((column, value) -> {
            Object actual = row.get(column);
            if (!isSame(value, actual)) {
                differences.put(column, actual);
            }
        });
        return differences;
    }

    private static boolean isSame(@Nullable Object wanted, @Nullable Object actual) {
        if (wanted instanceof Number a && actual instanceof Number b && isFinite(a) && isFinite(b)) {
            return new BigDecimal(wanted.toString()).compareTo(new BigDecimal(actual.toString())) == 0;
        }
        return String.valueOf(wanted).equals(String.valueOf(actual));
    }

    private static boolean isFinite(Number number) {
        return Double.isFinite(number.doubleValue());
    }
}
