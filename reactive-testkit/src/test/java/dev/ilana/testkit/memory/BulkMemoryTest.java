package dev.ilana.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A stream of models of any length is written in a heap that holds a small part of it. */
class BulkMemoryTest {

    /** Their models alone would need more than the heap. */
    private static final int SOME = 150_000;

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0}, in a transaction: {1}")
    @CsvSource({"H2, false", "POSTGRESQL, true", "MARIADB, true"})
    void moreRowsThanTheHeapHolds(DatabaseKind kind, boolean inTransaction) throws Exception {
        assertWritten(kind, SOME, inTransaction, 40);
    }

    @Test
    @Tag("mysql")
    void moreRowsThanTheHeapHoldsOnMySql() throws Exception {
        assertWritten(DatabaseKind.MYSQL, SOME, true, 40);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"H2", "POSTGRESQL", "MARIADB"})
    void aMillionRows(DatabaseKind kind) throws Exception {
        assertWritten(kind, 1_000_000, false, 64);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"POSTGRESQL", "MARIADB"})
    void aMillionRowsInOneTransaction(DatabaseKind kind) throws Exception {
        assertWritten(kind, 1_000_000, true, 64);
    }

    private void assertWritten(DatabaseKind kind, int rows, boolean inTransaction, int megabytes) throws Exception {
        if (kind == DatabaseKind.H2) {
            assertWritten("h2:file:" + directory.resolve("events"), rows, inTransaction, megabytes);
            return;
        }
        try (TestDatabase database = TestServers.require(kind).createDatabase("memory")) {
            assertWritten(database.url(), rows, inTransaction, megabytes);
        }
    }

    private void assertWritten(String url, int rows, boolean inTransaction, int megabytes)
            throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        ManyRows.class.getName(),
                        url,
                        String.valueOf(rows),
                        String.valueOf(inTransaction))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        process.destroyForcibly();
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        assertThat(ended).as("ended in time: %s", lines).isTrue();
        assertThat(lines).as("what it said").contains(rows + " rows");
        assertThat(process.exitValue()).isZero();
    }
}
