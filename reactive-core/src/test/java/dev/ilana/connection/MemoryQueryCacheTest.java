package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidUsageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemoryQueryCacheTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final MemoryQueryCache cache = new MemoryQueryCache(10, now::get);

    private static CachedRows rows(int count) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new Object[] {i});
        }
        return new CachedRows(List.of("n"), rows);
    }

    private void put(String key, int rows, String... tables) {
        cache.put(key, rows(rows), Set.of(tables), MINUTE).block();
    }

    private boolean has(String key) {
        return cache.get(key).hasElement().blockOptional().orElseThrow();
    }

    @Test
    void aResultIsThereUntilItsTimeIsUpAlsoWhenTheClockRunsOver() {
        put("a", 1, "users");
        assertThat(has("a")).isTrue();
        now.addAndGet(MINUTE.toNanos() - 1);
        assertThat(has("a")).isTrue();
        now.addAndGet(1);
        assertThat(has("a")).isFalse();
    }

    @Test
    void theOneUsedLongestAgoGoesFirst() {
        put("a", 4, "users");
        put("b", 4, "users");
        assertThat(has("a")).isTrue();
        put("c", 4, "users");
        assertThat(has("b")).isFalse();
        assertThat(has("a")).isTrue();
        assertThat(has("c")).isTrue();
    }

    @Test
    void aResultLargerThanTheCacheIsNotKeptAndPutsNothingOut() {
        put("a", 4, "users");
        put("b", 10, "users");
        assertThat(has("b")).isFalse();
        assertThat(has("a")).isTrue();
    }

    @Test
    void resultsWithoutRowsCountToo() {
        for (int i = 0; i < 100; i++) {
            put("empty" + i, 0, "users");
        }
        assertThat(has("empty0")).isFalse();
        assertThat(has("empty90")).isTrue();
        assertThat(has("empty89")).isFalse();
    }

    @Test
    void aTableForgetsWhatWasReadFromItAndWhatMayHaveBeen() {
        put("users", 1, "users");
        put("both", 1, "users", "posts");
        put("posts", 1, "posts");
        put("unknown", 1);
        cache.forget(Set.of("users")).block();
        assertThat(List.of(has("users"), has("both"), has("posts"), has("unknown")))
                .containsExactly(false, false, true, false);
    }

    @Test
    void whatWasForgottenMakesRoom() {
        put("a", 9, "users");
        cache.forget(Set.of("users")).block();
        put("b", 9, "posts");
        cache.clear().block();
        put("c", 4, "users");
        put("d", 4, "users");
        assertThat(has("c")).isTrue();
        assertThat(has("d")).isTrue();
    }

    @Test
    void aCacheOfNothingIsRefused() {
        assertThatThrownBy(() -> QueryCache.inMemory(0)).isInstanceOf(InvalidUsageException.class);
    }
}
