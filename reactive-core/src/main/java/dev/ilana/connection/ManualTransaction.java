package dev.ilana.connection;

import dev.ilana.error.AfterCommitException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TransactionOutcomeUnknownException;
import dev.ilana.error.TransactionTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

/**
 * A transaction whose end is said by hand, on a connection of its own. Prefer {@code DB.transaction(...)}, which can't forget
 * the end.
 *
 * <p>It is the work of an ordinary transaction: to wait until it is told its end. One that is never told is rolled back when its
 * timeout has passed.
 */
public final class ManualTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(ManualTransaction.class);

    /** How long one may last whose options do not say. */
    static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Database database;
    private final Sinks.Empty<Void> told = Sinks.empty();
    private final Sinks.Empty<Void> begun = Sinks.empty();
    /** All of it, from BEGIN to its end. A cancel of who waits for it is not its end. */
    private final Mono<Void> whole;

    private volatile @Nullable Transaction transaction;
    private volatile boolean given;

    ManualTransaction(Database database, OutermostTransactions outermost, TransactionOptions options) {
        if (options.attempts() > 1) {
            throw new InvalidUsageException("a manual transaction can't be tried again: use DB.transaction(...)");
        }
        if (!options.propagation().begins()) {
            throw new InvalidUsageException(
                    "a manual transaction is always a new one: leave out " + options.propagation());
        }
        this.database = database;
        TransactionOptions limited = options.timeout() == null ? options.timeout(TIMEOUT) : options;
        this.whole = outermost
                .once(this::untilTold, limited)
                .doOnError(
                        TransactionTimeoutException.class,
                        late -> LOG.warn("nobody has ended a manual transaction: {}", late.getMessage()))
                .cache();
    }

    private Mono<Void> untilTold() {
        return Mono.deferContextual(context -> {
            transaction = database.transactionIn(context);
            var unused = begun.tryEmitEmpty();
            return told.asMono();
        });
    }

    /** This, when it has begun. Who lets go before gets nothing that he could end, so it ends by itself. */
    Mono<ManualTransaction> begin() {
        return Mono.firstWithSignal(begun.asMono(), whole)
                .thenReturn(this)
                .doOnNext(begun -> given = true)
                // Not before the cancel has gone on: who has let go is not to hear of this.
                .doFinally(signal -> {
                    if (signal == SignalType.CANCEL && !given) {
                        tell(new CancellationException("nobody waits for the transaction any more"));
                    }
                });
    }

    /** Runs everything above it in a chain in this transaction: {@code mono.contextWrite(trx.use())}. */
    public Function<Context, Context> use() {
        return database.chain().use(current());
    }

    /** Its database, as one whose every statement is in this transaction; for {@code query.on(trx)}. */
    public Database database() {
        return database.boundTo(current());
    }

    /**
     * Commits; completes when COMMIT is answered and what was to follow it is done.
     *
     * @return an {@link InvalidUsageException} when it has ended already, and a {@link
     *     dev.ilana.error.TransactionTimeoutException} when its time had passed; otherwise the errors of a COMMIT
     */
    public Mono<Void> commit() {
        return Mono.defer(() -> told.tryEmitEmpty().isSuccess()
                ? whole
                : Mono.error(new InvalidUsageException("the transaction has ended already, or was told to")));
    }

    /**
     * Rolls back; completes when it is done, also where the transaction was rolled back before.
     *
     * @return an {@link InvalidUsageException} when it is committed
     */
    public Mono<Void> rollback() {
        return Mono.defer(() -> {
            tell(new CancellationException("rolled back by hand"));
            return whole.materialize().flatMap(end -> {
                Throwable error = end.getThrowable();
                if (error instanceof TransactionOutcomeUnknownException) {
                    return Mono.error(error);
                }
                return error == null || error instanceof AfterCommitException
                        ? Mono.error(
                                new InvalidUsageException("the transaction is committed, and can't be rolled back"))
                        : Mono.empty();
            });
        });
    }

    private void tell(Throwable end) {
        var unused = told.tryEmitError(end);
    }

    private Transaction current() {
        return Objects.requireNonNull(transaction, "not begun");
    }

    @Override
    public String toString() {
        return "ManualTransaction[" + current().whole().id() + " of " + database + "]";
    }
}
