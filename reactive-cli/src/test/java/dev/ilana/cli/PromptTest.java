package dev.ilana.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.cli.console.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What destroys something asks the person at the terminal, and nobody else. */
class PromptTest {

    private static final String PRODUCTION = "This is production, and %s destroys data. Go on? (yes/no) ";

    @TempDir
    private Path directory = Path.of(".");

    private Path migrations = directory;
    private final List<String> questions = new ArrayList<>();

    @BeforeEach
    void oneMigration() throws IOException {
        migrations = Files.createDirectories(directory.resolve("database/migrations"));
        Files.writeString(
                migrations.resolve("M20260101_000000_Users.sql"),
                "-- up\ncreate table users (id int);\n-- down\ndrop table users;\n");
        assertThat(run(null, "migrate").exitCode()).isZero();
    }

    private record Outcome(int exitCode, String out, String err) {}

    /** @param answer null where there is no terminal */
    private Outcome run(@Nullable String answer, String... args) {
        Surroundings surroundings = new Surroundings(directory, Map.of("ILANA_ENV", "production"), question -> {
            questions.add(question);
            return answer;
        });
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                IlanaR.commandLine(surroundings).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = command.execute(Stream.concat(
                        Stream.of(args),
                        Stream.of("--url", "h2:file:" + directory.resolve("app"), "--path", migrations.toString()))
                .toArray(String[]::new));
        command.getOut().flush();
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    private boolean isApplied() {
        return run(null, "migrate:status", "--check").exitCode() == 0;
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate:rollback", "migrate:reset", "migrate:fresh", "migrate:refresh", "db:wipe"})
    void inProductionAPersonIsAsked(String command) {
        Outcome no = run("no", command);
        assertThat(questions).containsExactly(PRODUCTION.formatted(command));
        assertThat(no.exitCode()).isEqualTo(130);
        assertThat(no.out()).isEmpty();
        assertThat(no.err()).startsWith("cancelled; nothing was done");
        assertThat(isApplied()).isTrue();

        assertThat(run("yes", command).exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate:rollback", "migrate:reset", "migrate:fresh", "migrate:refresh", "db:wipe"})
    void withoutATerminalItIsRefused(String command) {
        Outcome outcome = run(null, command);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains(" destroys data, and this is production; force it");
        assertThat(isApplied()).isTrue();
    }

    @Test
    void nobodyIsAskedWhoSaidNotToOrForcesIt() {
        assertThat(run("yes", "db:wipe", "--no-interaction").exitCode()).isEqualTo(1);
        assertThat(isApplied()).isTrue();
        assertThat(run("no", "migrate:rollback", "--force").exitCode()).isZero();
        assertThat(run("no", "migrate:fresh", "--pretend").exitCode()).isZero();
        assertThat(questions).isEmpty();
    }

    @Test
    void anythingButYesIsNo() {
        for (String answer : List.of("", "y", "YES", " yes")) {
            assertThat(run(answer, "db:wipe").exitCode()).isEqualTo(130);
        }
        assertThat(isApplied()).isTrue();
    }

    @Test
    void filesArePrunedOnlyWhenAPersonSaysSo() {
        Path file = migrations.resolve("M20260101_000000_Users.sql");
        assertThat(run(null, "schema:dump", "--prune").exitCode()).isEqualTo(1);
        assertThat(run(null, "schema:dump", "--prune").err())
                .startsWith("--prune deletes the files of migrations; force it if that is what you want");
        assertThat(run("no", "schema:dump", "--prune").exitCode()).isEqualTo(130);
        assertThat(file).exists();
        assertThat(directory.resolve("database/schema")).as("nothing was done").doesNotExist();
        assertThat(run("yes", "schema:dump", "--prune").exitCode()).isZero();
        assertThat(file).doesNotExist();
    }
}
