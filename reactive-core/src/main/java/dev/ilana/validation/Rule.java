package dev.ilana.validation;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What a value must be. {@link Rules} has the common ones.
 *
 * @param <T> the values it is for
 */
@FunctionalInterface
public interface Rule<T> {

    /**
     * What is wrong with the value, in words that follow the name of its column ("must not be empty"); empty when nothing
     * is. The words don't repeat the value: they may end in a log.
     *
     * @param value null where there is none; a rule other than {@code required} lets that pass
     */
    Mono<String> check(@Nullable T value, Subject subject);

    /** A rule of one's own: the predicate is true for a good value, and is not asked about null. */
    static <T> Rule<T> of(Predicate<? super T> good, String words) {
        return (value, subject) -> value == null || good.test(value) ? Mono.empty() : Mono.just(words);
    }

    /** A rule that has to ask: the function gives what is wrong, or nothing; it is not asked about null. */
    static <T> Rule<T> reactive(Function<? super T, Mono<String>> wrong) {
        return (value, subject) -> value == null ? Mono.empty() : Mono.defer(() -> wrong.apply(value));
    }
}
