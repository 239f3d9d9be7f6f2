package dev.ilana.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.testkit.database.DatabaseKind;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A factory creates any number of models, with what belongs to them, in a heap that holds a small part of them. */
class FactoryMemoryTest {

    private static final int USERS = 50_000;

    @TempDir
    private Path directory;

    @Test
    void moreUsersWithPostsThanTheHeapHolds() throws Exception {
        assertThat(new SmallHeap(64, Duration.ofMinutes(10), directory)
                        .run(ManyMade.class, DatabaseKind.POSTGRESQL, USERS))
                .contains(USERS + " users");
    }
}
