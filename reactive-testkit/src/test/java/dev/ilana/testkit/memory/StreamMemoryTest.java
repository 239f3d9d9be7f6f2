package dev.ilana.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.testkit.database.DatabaseKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stream of parents with their children of any length is read in a heap that holds a small part of it. */
class StreamMemoryTest {

    private static final Pattern FREED = Pattern.compile("freed in (\\d+) ms");

    @TempDir
    private Path directory;

    /** One in a hundred, each so large that all would need more than the heap. */
    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"H2", "POSTGRESQL", "MARIADB"})
    void moreParentsThanTheHeapHolds(DatabaseKind kind) throws Exception {
        assertStreamed(kind, 10_000, 8_000, 300);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"H2", "POSTGRESQL", "MARIADB"})
    void aMillionParents(DatabaseKind kind) throws Exception {
        long freed = assertStreamed(kind, 1_000_000, 60, 10_000);
        if (kind == DatabaseKind.POSTGRESQL) {
            assertThat(freed).as("milliseconds until the connection was free").isLessThanOrEqualTo(100);
        }
    }

    /** Gives how many milliseconds after a cancel the connection was free. */
    private long assertStreamed(DatabaseKind kind, int parents, int size, int slow) throws Exception {
        List<String> lines =
                new SmallHeap(64, Duration.ofMinutes(20), directory).run(ManyParents.class, kind, parents, size, slow);
        assertThat(lines).contains(parents + " parents");
        return lines.stream()
                .map(FREED::matcher)
                .filter(Matcher::matches)
                .mapToLong(freed -> Long.parseLong(freed.group(1)))
                .findFirst()
                .orElseThrow();
    }
}
