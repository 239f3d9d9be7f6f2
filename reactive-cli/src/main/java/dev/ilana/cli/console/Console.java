package dev.ilana.cli.console;

import dev.ilana.schema.migrate.Direction;
import dev.ilana.schema.migrate.MigrationEvent;
import dev.ilana.schema.migrate.MigrationEvent.Dropped;
import dev.ilana.schema.migrate.MigrationEvent.Finished;
import dev.ilana.schema.migrate.MigrationEvent.Loaded;
import dev.ilana.schema.migrate.MigrationEvent.Skipped;
import dev.ilana.schema.migrate.MigrationEvent.Statement;
import dev.ilana.schema.migrate.MigrationEvent.WaitingForLock;
import dev.ilana.schema.migrate.MigrationInfo;
import dev.ilana.schema.migrate.MigrationStatus;
import dev.ilana.schema.migrate.dump.SchemaDump;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a command says: what it has done or found to standard output, everything else to standard error. It is plain text
 * without colours, or one JSON object a line.
 *
 * @param quiet whether remarks are left out
 */
public record Console(PrintWriter out, PrintWriter err, boolean json, boolean quiet) {

    /** A line for each thing that was done, or the remark when there was none; then the exit code. */
    public Mono<Integer> report(Flux<MigrationEvent> events, String whenNone) {
        return events.doOnNext(this::progress)
                .filter(event -> event instanceof Finished || event instanceof Dropped || event instanceof Loaded)
                .doOnNext(this::done)
                .count()
                .map(done -> {
                    if (done == 0) {
                        remark(whenNone);
                    }
                    return Exit.OK;
                });
    }

    /** The SQL of each migration under its name, or the remark when there was none; then the exit code. */
    public Mono<Integer> sql(Flux<MigrationEvent> events, String whenNone) {
        return events.doOnNext(event -> {
                    if (event instanceof Statement statement) {
                        print(
                                statement.sql() + ";",
                                Json.object("migration", statement.migration().value(), "sql", statement.sql()));
                    } else if (event instanceof MigrationEvent.Started started && !json) {
                        print(
                                "-- " + started.migration() + " "
                                        + started.direction().name().toLowerCase(Locale.ROOT),
                                Map.of());
                    } else if (event instanceof Loaded loaded) {
                        statements("-- dump", loaded.statements());
                    } else if (event instanceof Dropped) {
                        done(event);
                    }
                })
                .count()
                .map(count -> {
                    if (count == 0) {
                        remark(whenNone);
                    }
                    return Exit.OK;
                });
    }

    /** The SQL of a dump: the file as it is, or its statements as objects. */
    public void dump(SchemaDump dump) {
        if (json) {
            statements("", dump.statements());
        } else {
            text("sql", dump.text());
        }
    }

    /** A text as it is, or as the value of that key. */
    public void text(String key, String text) {
        if (json) {
            print("", Map.of(key, text));
        } else {
            out.print(text);
            out.flush();
        }
    }

    private void statements(String heading, List<String> statements) {
        if (!json) {
            print(heading, Map.of());
        }
        statements.forEach(sql -> print(sql + ";", Map.of("sql", sql)));
    }

    private void progress(MigrationEvent event) {
        if (event instanceof WaitingForLock waiting) {
            remark("Another migrator is at work, waiting: " + waiting.holder());
        } else if (event instanceof Skipped skipped) {
            remark(skipped.migration() + " does not want to run now; it stays pending.");
        }
    }

    private void done(MigrationEvent event) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (event instanceof Finished finished) {
            String verb = finished.direction() == Direction.UP ? "migrated" : "rolled back";
            object.put("event", verb);
            object.put("migration", finished.migration());
            object.put("ms", finished.duration().toMillis());
            print(
                    verb + "  " + finished.migration() + "  "
                            + finished.duration().toMillis() + " ms",
                    object);
        } else if (event instanceof Loaded loaded) {
            object.put("event", "loaded");
            object.put("migrations", loaded.migrations().size());
            object.put("ms", loaded.duration().toMillis());
            print(
                    "loaded  dump of " + loaded.migrations().size() + " migrations  "
                            + loaded.duration().toMillis() + " ms",
                    object);
        } else if (event instanceof Dropped dropped) {
            object.put("event", "dropped");
            object.put("kind", dropped.kind());
            object.put("name", dropped.name());
            print("dropped  " + dropped.kind() + " " + dropped.name(), object);
        }
    }

    /** A line for each migration, under a heading; then the exit code, by how they stand where that is checked. */
    public Mono<Integer> statuses(Flux<MigrationStatus> statuses, boolean check) {
        return statuses.collectList().map(all -> {
            table(List.of("Migration", "Status", "Batch", "Applied at"), all, Console::row, Console::object);
            all.stream().map(MigrationStatus::note).forEach(note -> {
                if (note != null && !json) {
                    remark(note);
                }
            });
            return check ? Exit.of(all.stream().map(MigrationStatus::state).toList()) : Exit.OK;
        });
    }

    /** A line for each migration, under a heading; then the exit code. */
    public Mono<Integer> infos(Flux<MigrationInfo> infos) {
        return infos.collectList().map(all -> {
            table(
                    List.of("Migration", "Source", "Transaction"),
                    all,
                    info -> List.of(info.migration().value(), info.source(), info.withinTransaction() ? "yes" : "no"),
                    info -> {
                        Map<String, @Nullable Object> object = new LinkedHashMap<>();
                        object.put("migration", info.migration());
                        object.put("source", info.source());
                        object.put("transaction", info.withinTransaction());
                        return object;
                    });
            return Exit.OK;
        });
    }

    /** The parts that have something, with an empty line between them; then the exit code. */
    public int parts(List<Part> parts) {
        if (json) {
            parts.stream().flatMap(Part::objects).forEach(object -> out.println(Json.line(object)));
        } else {
            out.println(parts.stream()
                    .map(Part::lines)
                    .filter(lines -> !lines.isEmpty())
                    .map(lines -> String.join(System.lineSeparator(), lines))
                    .collect(Collectors.joining(System.lineSeparator() + System.lineSeparator())));
        }
        out.flush();
        return Exit.OK;
    }

    private <T> void table(
            List<String> heading,
            List<T> all,
            Function<T, List<String>> row,
            Function<T, Map<String, @Nullable Object>> object) {
        if (json) {
            all.forEach(one -> out.println(Json.line(object.apply(one))));
        } else {
            new TextTable(heading, all.stream().map(row).toList()).lines().forEach(out::println);
        }
        out.flush();
    }

    private static List<String> row(MigrationStatus status) {
        Integer batch = status.batch();
        return List.of(
                status.migration().value(),
                state(status),
                batch == null ? "-" : batch.toString(),
                status.appliedAt() == null ? "-" : seconds(status.appliedAt()));
    }

    private static Map<String, @Nullable Object> object(MigrationStatus status) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("migration", status.migration());
        object.put("status", state(status));
        object.put("batch", status.batch());
        object.put("appliedAt", status.appliedAt() == null ? null : seconds(status.appliedAt()));
        object.put("note", status.note());
        return object;
    }

    private static String state(MigrationStatus status) {
        return status.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** To standard output: the text, or the object where that is wanted. */
    public void print(String text, Map<String, ? extends @Nullable Object> object) {
        out.println(json ? Json.line(object) : text);
        out.flush();
    }

    /** To standard error, unless it is to be quiet. */
    public void remark(String text) {
        if (!quiet) {
            err.println(text);
            err.flush();
        }
    }
}
