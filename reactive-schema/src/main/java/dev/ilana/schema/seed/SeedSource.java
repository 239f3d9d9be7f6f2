package dev.ilana.schema.seed;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.generate.JavaLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Writes the source of a migration that puts rows in, as one adds the steps. */
final class SeedSource {

    /** What the constants of a class have room for. */
    private static final int MOST_VALUES = 30_000;

    /** What the code of a method has room for. */
    private static final int MOST_VALUES_OF_A_METHOD = 2_000;

    private final String name;
    private final SeedConfig config;
    private final List<String> up = new ArrayList<>();
    private final List<String> down = new ArrayList<>();
    private final StringBuilder methods = new StringBuilder();
    private int values;
    private int numberOfMethods;

    SeedSource(String name, SeedConfig config) {
        this.name = name;
        this.config = config;
    }

    /** Adds the rows of a step, after those added before. */
    Mono<Void> add(TableStep step, Database database) {
        return step.seed()
                .stored(database, Seeding.BATCH)
                .doOnNext(rows -> new RowBatch(rows).alike().forEach(alike -> {
                    step.known().require(alike.get(0).keySet());
                    inMethods(step, alike);
                }))
                .then();
    }

    private void inMethods(TableStep step, List<Map<String, ?>> alike) {
        int columns = Math.max(1, alike.get(0).size());
        int size = step.referencesItself() ? 1 : Math.max(1, MOST_VALUES_OF_A_METHOD / columns);
        for (int start = 0; start < alike.size(); start += size) {
            List<Map<String, ?>> some = alike.subList(start, Math.min(alike.size(), start + size));
            values += some.size() * columns;
            if (values > MOST_VALUES) {
                throw new InvalidUsageException("the source of a migration has no room for more than " + MOST_VALUES
                        + " values; run the plan itself, or a seeder");
            }
            String rows = rowsMethod(some);
            up.add(table(step) + "." + write(step, some.get(0), rows));
            down.add(0, safely(deletion(step, some, rows)));
        }
    }

    private String rowsMethod(List<Map<String, ?>> rows) {
        String method = "rows" + ++numberOfMethods;
        methods.append("\n    private static List<Map<String, Object>> ")
                .append(method)
                .append("() {\n        return List.of(\n                ")
                .append(rows.stream().map(SeedSource::row).collect(Collectors.joining(",\n                ")))
                .append(");\n    }\n");
        return method + "()";
    }

    private static String row(Map<String, ? extends @Nullable Object> row) {
        return row.entrySet().stream()
                .map(entry -> JavaLiteral.text(entry.getKey()) + ", " + JavaLiteral.of(entry.getValue()))
                .collect(Collectors.joining(", ", "row(", ")"));
    }

    private static String table(TableStep step) {
        return "DB.table(" + JavaLiteral.text(step.name()) + ")";
    }

    private static String write(TableStep step, Map<String, ?> first, String rows) {
        return switch (step.strategy()) {
            case INSERT -> "bulkInsert(" + rows + ")";
            case IGNORE -> "insertOrIgnore(" + rows + ")";
            case UPSERT ->
                "upsert(" + rows + ", " + list(step.key()) + ", "
                        + list(step.seed().terms().updated(first.keySet(), step.key())) + ")";
        };
    }

    private static String list(List<String> names) {
        return names.stream().map(JavaLiteral::text).collect(Collectors.joining(", ", "List.of(", ")"));
    }

    private String deletion(TableStep step, List<Map<String, ?>> rows, String method) {
        List<String> columns =
                config.deletesByKey() ? step.key() : List.copyOf(rows.get(0).keySet());
        if (generatesDown() && (columns.isEmpty() || !rows.get(0).keySet().containsAll(columns))) {
            throw new InvalidUsageException("a row of " + step.name() + " is seeded without its key " + columns
                    + ", so no migration can take it back: say upsert(key), or withDeleteByKey(false)");
        }
        return "deleted(" + JavaLiteral.text(step.name()) + ", " + list(columns) + ", " + method + ")";
    }

    private String safely(String deletion) {
        return switch (config.onRollbackError()) {
            case THROW -> deletion;
            case IGNORE -> "DB.transaction(() -> " + deletion + ").onErrorComplete()";
            case WARN -> "DB.transaction(() -> " + deletion + ").onErrorResume(" + name + "::warned)";
        };
    }

    private boolean generatesDown() {
        return config.generatesDown() && config.downStrategy() == DownStrategy.DELETE;
    }

    String text() {
        boolean takesBack = generatesDown() && !down.isEmpty();
        return """
                import dev.ilana.DB;
                import dev.ilana.schema.build.Schema;
                import dev.ilana.schema.migrate.Migration;
                import java.util.LinkedHashMap;
                import java.util.List;
                import java.util.Map;
                import org.reactivestreams.Publisher;
                import reactor.core.publisher.Flux;
                import reactor.core.publisher.Mono;

                /** Puts in the rows that the database begins with. */
                public final class %s implements Migration {

                    @Override
                    public Publisher<?> up(Schema schema) {
                        return %s;
                    }

                    @Override
                    public Publisher<?> down(Schema schema) {
                        return %s;
                    }
                %s%s
                    private static Map<String, Object> row(Object... namesAndValues) {
                        Map<String, Object> row = new LinkedHashMap<>();
                        for (int i = 0; i < namesAndValues.length; i += 2) {
                            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
                        }
                        return row;
                    }
                }
                """.formatted(
                        name,
                        concat(up),
                        takesBack ? concat(down) : "Mono.empty()",
                        methods,
                        takesBack ? HELP.replace("NAME_OF_THE_MIGRATION", name) : "");
    }

    private static String concat(List<String> writes) {
        return writes.isEmpty()
                ? "Mono.empty()"
                : writes.stream()
                        .collect(Collectors.joining(
                                ",\n                ",
                                "Flux.concat(List.<Publisher<Long>>of(\n                ",
                                "))"));
    }

    /** What {@code down} is made of. */
    private static final String HELP = """

                private static Mono<Long> deleted(String table, List<String> columns, List<Map<String, Object>> rows) {
                    List<Map<String, Object>> last = new java.util.ArrayList<>(rows);
                    java.util.Collections.reverse(last);
                    return Flux.fromIterable(last)
                            .concatMap(row -> {
                                dev.ilana.query.Query found = DB.table(table);
                                for (String column : columns) {
                                    found = found.where(column, row.get(column));
                                }
                                return found.delete();
                            })
                            .reduce(0L, Long::sum);
                }

                private static Mono<Long> warned(Throwable error) {
                    System.getLogger("NAME_OF_THE_MIGRATION")
                            .log(System.Logger.Level.WARNING, "rows were not taken back: " + error.getMessage());
                    return Mono.empty();
                }
            """;
}
