package dev.ilana.connection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/** A transaction or a savepoint on its way, and who is told of it. It ends once: what is said of its end later is not told. */
final class ObservedTransaction {

    /** For one that nobody wants to hear of. */
    static final ObservedTransaction UNHEARD =
            new ObservedTransaction(new TransactionListener.Scope(0, 0, "", "", Context.empty()), List.of());

    private final TransactionListener.Scope scope;
    private final List<Hearer> hearers;
    private final long start = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();

    private ObservedTransaction(TransactionListener.Scope scope, List<Hearer> hearers) {
        this.scope = scope;
        this.hearers = hearers;
    }

    /** One who is told, and whose doing it is. */
    record Hearer(Harmless<?> whose, TransactionListener listener) {}

    static ObservedTransaction started(TransactionListener.Scope scope, List<Hearer> hearers) {
        hearers.forEach(hearer -> hearer.whose.run(() -> hearer.listener.started(scope)));
        return new ObservedTransaction(scope, hearers);
    }

    /** What the work of it finds in its Context. */
    Context within(Context context) {
        Context result = context;
        for (Hearer hearer : hearers) {
            if (hearer.listener instanceof DatabaseObserver.Span span) {
                Context before = result;
                Context after = hearer.whose.ask(unused -> span.within(before));
                result = after == null ? before : after;
            }
        }
        return result;
    }

    void committed() {
        end((listener, duration) -> listener.committed(scope, duration));
    }

    void rolledBack(@Nullable Throwable cause) {
        end((listener, duration) -> listener.rolledBack(scope, duration, cause));
    }

    void outcomeUnknown(Throwable cause) {
        end((listener, duration) -> listener.outcomeUnknown(scope, duration, cause));
    }

    private void end(BiConsumer<TransactionListener, Duration> how) {
        if (!hearers.isEmpty() && ended.compareAndSet(false, true)) {
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            hearers.forEach(hearer -> hearer.whose.run(() -> how.accept(hearer.listener, duration)));
        }
    }
}
