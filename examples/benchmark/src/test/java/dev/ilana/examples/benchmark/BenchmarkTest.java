package dev.ilana.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import org.junit.jupiter.api.Test;

/** Says nothing about times: those are for people to read. */
class BenchmarkTest {

    private static final Scale TINY = new Scale(50, 1, 2, 40, 3, 20, 1, 600, 30);

    @Test
    void theContestantsGiveTheSameUsers() {
        try (TestDatabase database =
                TestServers.require(DatabaseKind.POSTGRESQL).createDatabase("benchmark")) {
            assertThatCode(() -> System.out.println(Benchmark.run(database, TINY)))
                    .doesNotThrowAnyException();
        }
    }
}
