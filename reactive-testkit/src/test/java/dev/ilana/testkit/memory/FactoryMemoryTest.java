package dev.ilana.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A factory creates any number of models, with what belongs to them, in a heap that holds a small part of them. */
class FactoryMemoryTest {

    private static final int USERS = 50_000;

    @TempDir
    private Path directory;

    @Test
    void moreUsersWithPostsThanTheHeapHolds() throws Exception {
        Path output = directory.resolve("output");
        try (TestDatabase database =
                TestServers.require(DatabaseKind.POSTGRESQL).createDatabase("memory")) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:+UseSerialGC",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            ManyMade.class.getName(),
                            database.url(),
                            String.valueOf(USERS))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(10, TimeUnit.MINUTES);
            process.destroyForcibly();
            List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
            assertThat(ended).as("ended in time: %s", lines).isTrue();
            assertThat(lines).as("what it said").contains(USERS + " users");
            assertThat(process.exitValue()).isZero();
        }
    }
}
