package dev.ilana.testkit.blocking;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The guard itself is awake: without this, every other test could pass while it sleeps. */
class BlockHoundTest {

    @Test
    void aThreadOfAServiceThatBlocksIsCaught() {
        Mono<Integer> blocking = Mono.fromCallable(() -> {
                    Thread.sleep(1);
                    return 1;
                })
                .subscribeOn(Schedulers.parallel());

        assertThatThrownBy(blocking::block).hasCauseInstanceOf(BlockingOperationError.class);
    }
}
