package dev.ilana.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.testkit.database.DatabaseKind;
import java.nio.file.Path;
import java.time.Duration;
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
        assertThat(new SmallHeap(megabytes, Duration.ofMinutes(10), directory)
                        .run(ManyRows.class, kind, rows, inTransaction))
                .contains(rows + " rows");
    }
}
