package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.error.InvalidUsageException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;

/** What has begun is waited for, whoever lets go of it. */
class EndingsTest {

    private final Endings endings = new Endings();
    private final List<String> done = new ArrayList<>();
    private final Sinks.Empty<Void> go = Sinks.empty();

    private Mono<Void> step(String name) {
        return Mono.fromRunnable(() -> done.add(name));
    }

    private void waitForAll() {
        endings.all().subscribe(unused -> {}, error -> done.add("failed"), () -> done.add("closed"));
    }

    @Test
    void workGoesOnThoughItIsCancelledAndIsWaitedFor() {
        Disposable work = endings.toItsEnd(go.asMono().then(step("work"))).subscribe();

        work.dispose();
        waitForAll();
        assertThat(done).isEmpty();
        go.tryEmitEmpty().orThrow();

        assertThat(done).containsExactly("work", "closed");
    }

    @Test
    void anErrorIsTheWorksAndIsWaitedForToo() {
        RuntimeException error = new IllegalStateException("on purpose");
        StepVerifier.create(endings.toItsEnd(Mono.error(error))).verifyErrorMatches(error::equals);

        Mono<Object> later = endings.toItsEnd(go.asMono().then(Mono.error(error)));
        later.subscribe(unused -> {}, failed -> done.add(String.valueOf(failed.getMessage())));
        waitForAll();
        go.tryEmitEmpty().orThrow();

        assertThat(done).containsExactly("on purpose", "closed");
    }

    @Test
    void whatIsHeldIsGivenBackThoughTheCancelComesInTheMiddleOfThat() {
        Disposable work = endings.holding(step("work"), go.asMono().then(step("given back")), step("otherwise"))
                .subscribe();
        assertThat(done).containsExactly("work");

        work.dispose();
        waitForAll();
        assertThat(done).containsExactly("work");
        go.tryEmitEmpty().orThrow();

        assertThat(done).containsExactly("work", "given back", "closed");
    }

    @Test
    void whatIsHeldIsWaitedForFromTheBeginningOfTheWorkOn() {
        var unused = endings.holding(go.asMono(), step("given back"), step("otherwise"))
                .subscribe();
        waitForAll();

        go.tryEmitEmpty().orThrow();

        assertThat(done).containsExactly("given back", "closed");
    }

    @Test
    void workThatFailsOrIsCancelledGivesBackOtherwise() {
        StepVerifier.create(endings.holding(
                        Mono.error(new IllegalStateException("on purpose")), step("given back"), step("failed")))
                .verifyErrorMessage("on purpose");
        endings.holding(Mono.never(), step("given back"), step("cancelled"))
                .subscribe()
                .dispose();

        assertThat(done).containsExactly("failed", "cancelled");
    }

    @Test
    void nothingBeginsOnceAllHasEnded() {
        PublisherProbe<Void> late = PublisherProbe.empty();
        waitForAll();

        StepVerifier.create(endings.toItsEnd(late.mono()))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidUsageException.class)
                        .hasMessage("the database is closed, or is being closed"))
                .verify();
        StepVerifier.create(endings.holding(late.mono(), Mono.empty(), Mono.empty()))
                .verifyError(InvalidUsageException.class);

        assertThat(done).containsExactly("closed");
        late.assertWasNotSubscribed();
    }

    @Test
    void whatIsWaitedForMayBeginMore() {
        var unused = endings.toItsEnd(go.asMono().then(endings.toItsEnd(step("within"))))
                .subscribe();
        waitForAll();
        waitForAll();

        go.tryEmitEmpty().orThrow();

        assertThat(done).containsExactly("within", "closed", "closed");
    }
}
