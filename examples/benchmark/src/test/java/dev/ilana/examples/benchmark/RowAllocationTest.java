package dev.ilana.examples.benchmark;

import static dev.ilana.examples.benchmark.models.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.examples.benchmark.models.User;
import dev.ilana.examples.benchmark.models.WithModels;
import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a row takes while it is read: the model, its values, and what the driver needs to make them. */
class RowAllocationTest {

    private static final int ROWS = 1_000;
    private static final int READS = 30;
    private static final Scale ROWS_ALONE = new Scale(ROWS, 1, 0, 0, Duration.ZERO, 0, 0, 0, 0);

    @Test
    void aRowOfEightColumnsTakesAtMost1500Bytes() throws Exception {
        try (TestDatabase database =
                TestServers.require(DatabaseKind.POSTGRESQL).createDatabase("row_allocation")) {
            Address address = Address.of(database.url());
            try (Tables tables = Tables.create(address, ROWS_ALONE);
                    WithModels models = WithModels.open(address)) {
                assertThat(tables).isNotNull();
                assertThat(models).isNotNull();
                long warm = read();
                assertThat(Sample.of(RowAllocationTest::read).allocatedBytes())
                        .as("bytes a row, after %d", warm)
                        .isLessThanOrEqualTo(1_500);
            }
        }
    }

    /** Without a parameter: the driver would read that as text. Gives how many rows it was. */
    private static long read() {
        long rows = 0;
        for (int i = 0; i < READS; i++) {
            List<User> users = USERS.query().get().collectList().blockOptional().orElseThrow();
            rows += users.size();
        }
        assertThat(rows).isEqualTo((long) ROWS * READS);
        return rows;
    }
}
