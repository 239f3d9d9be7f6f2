package dev.ilana.testkit.database;

import dev.ilana.connection.Database;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Has chains that a test subscribes on its own thread run on the test's database, by the Reactor Context: from there on they
 * may go to any thread. What a Context says by itself stands, and other threads are left alone.
 */
final class TestThread {

    private static final String HOOK = "dev.ilana.testkit";

    /** Marks a Context that says already which database is meant. */
    private static final Object SAID = new Object();

    private static final ThreadLocal<@Nullable Database> DATABASE = new ThreadLocal<>();

    private TestThread() {}

    /** Runs code of a test. One thread may begin another test while the first one waits for something. */
    static <T extends @Nullable Object> T on(Database database, Invocation<T> code) throws Throwable {
        Database before = DATABASE.get();
        // Each time, as Hooks.resetOnLastOperator() of a test's own takes it away.
        Hooks.onLastOperator(HOOK, TestThread::onDatabase);
        DATABASE.set(database);
        try {
            return code.proceed();
        } finally {
            if (before == null) {
                DATABASE.remove();
            } else {
                DATABASE.set(before);
            }
        }
    }

    private static Publisher<Object> onDatabase(Publisher<Object> chain) {
        Database database = DATABASE.get();
        if (database == null) {
            return chain;
        }
        Function<Context, Context> meant = context -> context.hasKey(SAID)
                ? context
                : database.use().apply(Context.of(SAID, true)).putAll(context.readOnly());
        return chain instanceof Mono<Object> mono
                ? mono.contextWrite(meant)
                : Flux.from(chain).contextWrite(meant);
    }
}
