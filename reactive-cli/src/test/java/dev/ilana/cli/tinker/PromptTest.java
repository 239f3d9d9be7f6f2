package dev.ilana.cli.tinker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.cli.console.Console;
import dev.ilana.cli.console.Exit;
import dev.ilana.connection.Database;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.reader.EOFError;
import org.jline.reader.Parser.ParseContext;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is typed at the prompt of {@code tinker}. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
public class PromptTest {

    private final Database database = Database.connect("h2:mem:prompt");
    private final Session session = Session.of(List.of(), PromptTest.class.getClassLoader());

    @TempDir
    private Path state = Path.of(".");

    @BeforeAll
    void imports() {
        for (String name : List.of("reactor.core.publisher.*", "java.util.*")) {
            assertThat(session.evaluate("import " + name + ";")).isInstanceOf(Evaluation.Done.class);
        }
    }

    @AfterAll
    void close() {
        session.close();
        database.close().block(Duration.ofSeconds(10));
    }

    private int run(Terminal terminal, boolean verbose) {
        Console console = new Console(terminal.writer(), terminal.writer(), false, false);
        Shell shell = new Shell(
                session,
                new Commands(console, List.of(), new SqlEcho(terminal.writer())),
                new Awaiting(database, 100),
                new Printer(console, 100, () -> 20, new Documents()));
        return new Prompt(shell, terminal, verbose)
                .run(PromptReader.of(terminal, session.analysis(), Map.of("XDG_STATE_HOME", state.toString())));
    }

    private static Terminal terminal(java.io.InputStream in, OutputStream out) throws IOException {
        return new DumbTerminal("test", "dumb", in, out, StandardCharsets.UTF_8);
    }

    /** What the terminal shows for lines that are typed, what is typed included. */
    private String shown(boolean verbose, String... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String typed = String.join("\n", lines) + "\n";
        try (Terminal terminal = terminal(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), out)) {
            assertThat(run(terminal, verbose)).isEqualTo(Exit.OK);
        }
        return out.toString(StandardCharsets.UTF_8).replace("\r", "");
    }

    @Test
    void snippetsAreRunUntilTheEnd() throws IOException {
        assertThat(shown(false, "1 + 1", "Mono.just(3)", ":quit", "4 + 4")).isEqualTo("tinker> 2\ntinker> 3\ntinker> ");
        assertThat(shown(false, "5 + 5")).as("the end of the input").startsWith("tinker> 10\n");
    }

    @Test
    void anErrorGivesThePromptBack() throws IOException {
        assertThat(shown(false, "1 + nobody", "Mono.error(new IllegalStateException(\"boom\"))", "6 + 6"))
                .startsWith("tinker> 1 + nobody\n    ^\ncannot find symbol\n  symbol:   variable nobody\n")
                .contains("\ntinker> java.lang.IllegalStateException: boom\ntinker> 12\n")
                .doesNotContain("\tat ");
        assertThat(shown(true, "Mono.error(new IllegalStateException(\"boom\"))"))
                .contains("\n\tat ");
    }

    @Test
    void aSnippetGoesOnUntilItIsComplete() throws IOException {
        assertThat(shown(false, "int half(int number) {", "return number / 2;", "}", "half(8) != 5"))
                .contains("> true\n");
    }

    @Test
    void longValuesAreCutToTheWidthOfTheTerminal() throws IOException {
        assertThat(shown(false, "Map.of(\"text\", \"x\".repeat(99))"))
                .startsWith("tinker> text\n" + "x".repeat(19) + "…\n");
    }

    @Test
    void whatIsTypedIsKeptForItsOwnerOnly() throws IOException {
        Path file = state.resolve("ilana-r/tinker_history");
        assertThat(shown(false, "7 + 7")).contains("14");
        assertThat(Files.readString(file)).contains("7 + 7");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        }
        assertThat(HistoryFile.of(Map.of("XDG_STATE_HOME", file.toString())))
                .as("where there can be none")
                .isEmpty();
    }

    @Test
    void anInterruptCancelsWhatRunsAndGivesThePromptBack() throws Exception {
        try (PipedOutputStream keys = new PipedOutputStream();
                Terminal terminal = terminal(new PipedInputStream(keys), new ByteArrayOutputStream())) {
            CountDownLatch subscribed = new CountDownLatch(1);
            CountDownLatch cancelled = new CountDownLatch(1);
            WAITING.add(Mono.never()
                    .doOnSubscribe(subscription -> subscribed.countDown())
                    .doOnCancel(cancelled::countDown));
            CompletableFuture<Integer> ended = CompletableFuture.supplyAsync(() -> run(terminal, false));
            keys.write("dev.ilana.cli.tinker.PromptTest.WAITING.get(0)\n".getBytes(StandardCharsets.UTF_8));
            keys.flush();
            assertThat(subscribed.await(20, TimeUnit.SECONDS)).isTrue();
            terminal.raise(Signal.INT);
            assertThat(cancelled.await(20, TimeUnit.SECONDS)).isTrue();
            keys.write(":quit\n".getBytes(StandardCharsets.UTF_8));
            keys.flush();
            assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo(Exit.OK);
        }
    }

    /** What a snippet of this test waits for. */
    public static final List<Mono<?>> WAITING = new ArrayList<>();

    // The parts

    @Test
    void namesAreCompleted() {
        SnippetCompleter completer = new SnippetCompleter(session.analysis());
        assertThat(completer.words("Mono.neve", 9)).containsExactly("never()");
        // JShell looks for packages while the first snippets are typed.
        List<String> packages = Flux.interval(Duration.ofMillis(50))
                .map(tick -> completer.words("import reactor.core.publ", 24))
                .filter(words -> !words.isEmpty())
                .blockFirst(Duration.ofSeconds(30));
        assertThat(packages).containsExactly("publisher.");
        assertThat(completer.words("Flux.just(1).coll", 17)).contains("collectList()", "collectMap(");
        assertThat(completer.words(":s", 2)).containsExactly(":sql");
        assertThat(completer.words(":", 1)).containsExactly(":help", ":models", ":quit", ":sql");
        assertThat(completer.words("nobody.any", 10)).isEmpty();
    }

    @Test
    void onlyWhatIsIncompleteWaitsForAnotherLine() {
        SnippetParser parser = new SnippetParser(session.analysis());
        for (String complete : List.of("1 + 1", "int a = 1", "", ":sql on", ":(", "}", "foo.bar()", "class A {}")) {
            assertThat(parser.parse(complete, complete.length(), ParseContext.ACCEPT_LINE))
                    .isNotNull();
        }
        for (String incomplete : List.of("f(", "class A {", "/* why", "int f() {\nreturn 1;", "\"\"\"\na")) {
            assertThatThrownBy(() -> parser.parse(incomplete, 0, ParseContext.ACCEPT_LINE))
                    .as(incomplete)
                    .isInstanceOf(EOFError.class);
            assertThat(parser.parse(incomplete, incomplete.length(), ParseContext.COMPLETE))
                    .isNotNull();
        }
        assertThat(parser.parse("Flux.ju", 7, ParseContext.COMPLETE).word()).isEqualTo("ju");
    }
}
