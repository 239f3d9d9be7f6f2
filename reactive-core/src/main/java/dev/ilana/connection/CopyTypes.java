package dev.ilana.connection;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the columns of a table are that takes a COPY: the answer that the batches of one write may have in common. */
public final class CopyTypes {

    private volatile @Nullable Map<String, Long> known;

    Mono<Map<String, Long>> orElse(Mono<Map<String, Long>> asked) {
        Map<String, Long> answer = known;
        return answer == null ? asked.doOnNext(types -> known = types) : Mono.just(answer);
    }
}
