package dev.ilana.cli;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.cli.console.Surroundings;
import dev.ilana.cli.console.Terminal;
import dev.ilana.connection.Database;
import dev.ilana.query.Query;
import dev.ilana.sql.Sql;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A project in a directory, in which commands are run in this process, against an H2 database in a file. */
final class InProcess {

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> questions = new ArrayList<>();
    private @Nullable String answer;
    private String input = "";

    InProcess(Path directory) {
        this.directory = directory;
        environment.put("DB_URL", "h2:file:" + directory.resolve("app"));
        environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
        environment.put("DB_SHADOW_URL", "h2:file:" + directory.resolve("shadow"));
    }

    record Outcome(int exitCode, String out, String err) {}

    @CanIgnoreReturnValue
    InProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    InProcess answering(@Nullable String words) {
        answer = words;
        return this;
    }

    /** With that on standard input. */
    InProcess given(String text) {
        input = text;
        return this;
    }

    List<String> questions() {
        return questions;
    }

    Outcome run(String... args) {
        Surroundings surroundings = new Surroundings(directory, environment, terminal());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                IlanaR.commandLine(surroundings).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = command.execute(args);
        command.getOut().flush();
        return new Outcome(exitCode, plain(out), plain(err));
    }

    private Terminal terminal() {
        return new Terminal() {
            @Override
            public @Nullable String ask(String question) {
                questions.add(question);
                return answer;
            }

            @Override
            public Reader input() {
                return new StringReader(input);
            }
        };
    }

    private String plain(StringWriter text) {
        return text.toString()
                .replace(System.lineSeparator(), "\n")
                .replace(directory.toString(), "DIR")
                .replaceAll("\\d+ ms", "N ms")
                .replaceAll("\"ms\":\\d+", "\"ms\":N");
    }

    @CanIgnoreReturnValue
    Path write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        return Files.writeString(path, text);
    }

    /** What somebody does to the database without telling anybody. */
    void byHand(String sql) {
        Mono<Void> done = Mono.usingWhen(
                Mono.fromSupplier(this::connected),
                database -> Flux.fromArray(sql.split(";"))
                        .concatMap(one -> database.executor().update(Sql.of(one)))
                        .then(),
                Database::close);
        done.block();
    }

    /** The values of a column as texts, in their order. */
    List<String> values(String table, String column) {
        return Objects.requireNonNull(Mono.usingWhen(
                        Mono.fromSupplier(this::connected),
                        database -> Query.table(table)
                                .on(database)
                                .orderBy(column)
                                .get()
                                .map(row -> String.valueOf(row.get(column)))
                                .collectList(),
                        Database::close)
                .block());
    }

    private Database connected() {
        return Database.connect(environment.getOrDefault("DB_URL", ""));
    }
}
