package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.error.InvalidUsageException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolSettingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aPoolHasAtLeastOneConnection(int size) {
        assertThatThrownBy(() -> PoolSettings.DEFAULT.withMaxSize(size))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("a pool needs a max size of at least 1, not " + size);
    }

    @Test
    void whatIsOpenedFirstIsNoMoreThanThereMayBe() {
        assertThat(PoolSettings.DEFAULT.withMaxSize(20).withMinSize(20).minSize())
                .isEqualTo(20);
        assertThatThrownBy(() -> PoolSettings.DEFAULT.withMinSize(11))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("a pool's min size is from 0 to its max size of 10, not 11");
        assertThatThrownBy(() -> PoolSettings.DEFAULT.withMinSize(-1))
                .isInstanceOf(InvalidConfigurationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT-0.000000001S"})
    void everyTimeOfAPoolIsPositive(Duration wrong) {
        assertRefused("acquire timeout", wrong, () -> PoolSettings.DEFAULT.withAcquireTimeout(wrong));
        assertRefused("connect timeout", wrong, () -> PoolSettings.DEFAULT.withConnectTimeout(wrong));
        assertRefused("validation timeout", wrong, () -> PoolSettings.DEFAULT.withValidationTimeout(wrong));
        assertRefused("idle time", wrong, () -> PoolSettings.DEFAULT.withMaxIdle(wrong));
        assertRefused("lifetime", wrong, () -> PoolSettings.DEFAULT.withMaxLifetime(wrong));
    }

    private static void assertRefused(
            String what, Duration wrong, org.assertj.core.api.ThrowableAssert.ThrowingCallable settings) {
        assertThatThrownBy(settings)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("a pool's " + what + " must be positive, not " + wrong);
    }

    @Test
    void aChangeLeavesTheRestAndTheOriginal() {
        PoolSettings changed = PoolSettings.DEFAULT.withMaxSize(3).withAcquireTimeout(SECOND);
        assertThat(changed)
                .isEqualTo(new PoolSettings(
                        0,
                        3,
                        SECOND,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(30)));
        assertThat(PoolSettings.DEFAULT.maxSize()).isEqualTo(10);
        assertThat(PoolSettings.DEFAULT
                        .withMinSize(2)
                        .withMaxIdle(SECOND)
                        .withMaxLifetime(SECOND)
                        .withConnectTimeout(SECOND)
                        .withValidationTimeout(SECOND))
                .isEqualTo(new PoolSettings(2, 10, Duration.ofSeconds(10), SECOND, SECOND, SECOND, SECOND));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aTransactionIsTriedAtLeastOnce(int attempts) {
        assertThatThrownBy(() -> TransactionOptions.attempts(attempts))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("a transaction needs at least 1 attempt, not " + attempts);
    }
}
