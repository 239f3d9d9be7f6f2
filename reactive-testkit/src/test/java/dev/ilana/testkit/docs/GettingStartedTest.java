package dev.ilana.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The program of {@code docs/getting-started.md}, in a JVM of its own as the page runs it. */
class GettingStartedTest {

    @Test
    void theProgramPrintsWhatThePageSays() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "tasks.Main")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
        assertThat(printed.lines()).last().isEqualTo("Write the guide");
        assertThat(Files.readString(Path.of("..", "docs", "getting-started.md")))
                .contains("-Dexec.mainClass=tasks.Main\nWrite the guide\n");
    }
}
