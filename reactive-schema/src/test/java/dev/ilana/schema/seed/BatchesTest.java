package dev.ilana.schema.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class BatchesTest {

    @Test
    void rowsComeInTheirOrderAndBackwards() {
        Batches<Long> five = Batches.of("t", 5, i -> i);
        assertThat(list(five.forward(2))).containsExactly(List.of(0L, 1L), List.of(2L, 3L), List.of(4L));
        assertThat(list(five.backward(2))).containsExactly(List.of(4L, 3L), List.of(2L, 1L), List.of(0L));
        assertThat(list(Batches.of("t", 0, i -> i).forward(2))).isEmpty();
        assertThat(list(Batches.of("t", 0, i -> i).backward(2))).isEmpty();
    }

    @Test
    void severalAreOne() {
        Batches<String> joined = Batches.joined(
                "t",
                List.of(
                        Batches.of("t", 2, i -> "a" + i),
                        Batches.of("t", 0, i -> "none"),
                        Batches.of("t", 3, i -> "b" + i)));
        assertThat(joined.count()).isEqualTo(5);
        assertThat(list(joined.forward(4))).containsExactly(List.of("a0", "a1", "b0", "b1"), List.of("b2"));
        assertThat(list(joined.backward(4))).containsExactly(List.of("b2", "b1", "b0", "a1"), List.of("a0"));
        assertThat(list(Batches.joined("t", List.of()).forward(4))).isEmpty();
    }

    @Test
    void aMillionRowsAreMadeAsTheyAreTaken() {
        AtomicLong made = new AtomicLong();
        AtomicLong taken = new AtomicLong();
        AtomicLong ahead = new AtomicLong();
        Batches<Long> million = Batches.of("t", 1_000_000, i -> made.incrementAndGet());
        Long batches = million.forward(1_000)
                .concatMap(
                        batch -> {
                            ahead.accumulateAndGet(made.get() - taken.addAndGet(batch.size()), Math::max);
                            return Mono.just(1);
                        },
                        1)
                .count()
                .block();
        assertThat(batches).isEqualTo(1_000);
        assertThat(ahead.get()).isLessThanOrEqualTo(2_000);
    }

    private static <T> List<T> list(Flux<T> flux) {
        return flux.toStream().toList();
    }
}
