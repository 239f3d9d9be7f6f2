package dev.ilana.examples.transactions;

import static dev.ilana.connection.Isolation.READ_COMMITTED;
import static dev.ilana.connection.TransactionOptions.attempts;
import static dev.ilana.examples.transactions.Account.ACCOUNTS;
import static dev.ilana.examples.transactions.Transfer.TRANSFERS;

import dev.ilana.DB;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.error.ConnectionLostException;
import dev.ilana.error.LockTimeoutException;
import dev.ilana.error.TransactionOutcomeUnknownException;
import dev.ilana.error.UniqueViolationException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Carries out orders, each once. */
final class Bank {

    /** What is read under a lock is what is there: a snapshot from before the wait would be too old. */
    private static final TransactionOptions OPTIONS = attempts(5).isolation(READ_COMMITTED);

    /** Whether it was done nobody knows, or it was not: as an order is done once, it may be asked for again. */
    private static final Retry AGAIN = Retry.backoff(5, Duration.ofMillis(20))
            .filter(error -> error instanceof TransactionOutcomeUnknownException
                    || error instanceof ConnectionLostException
                    || error instanceof LockTimeoutException)
            .onRetryExhaustedThrow((retry, signal) -> signal.failure());

    /**
     * Carries out the order, or finds that it was.
     *
     * @return a {@link RefusedException} when it can't be: nothing was done
     */
    Mono<Transfer> carryOut(Order order) {
        return DB.transaction(() -> locked(order).flatMap(accounts -> once(order, accounts)), OPTIONS)
                .onErrorResume(UniqueViolationException.class, taken -> TRANSFERS.findOrFail(order.key()))
                .retryWhen(AGAIN)
                .filter(transfer -> transfer.order().equals(order))
                .switchIfEmpty(Mono.error(() -> RefusedException.keyOfAnother(order)));
    }

    /** Both accounts, always in the same order, so that no two transfers wait for each other. */
    private static Mono<Map<Long, Account>> locked(Order order) {
        return ACCOUNTS.where(Account.ID.in(order.source(), order.target()))
                .orderBy(Account.ID)
                .lockForUpdate()
                .get()
                .collectMap(Account::id);
    }

    private static Mono<Transfer> once(Order order, Map<Long, Account> accounts) {
        return TRANSFERS.find(order.key()).switchIfEmpty(Mono.defer(() -> move(order, accounts)));
    }

    private static Mono<Transfer> move(Order order, Map<Long, Account> accounts) {
        if (accounts.size() < 2) {
            return Mono.error(RefusedException.noAccount(order));
        }
        Account source = Objects.requireNonNull(accounts.get(order.source()));
        Account target = Objects.requireNonNull(accounts.get(order.target()));
        if (source.balance() < order.cents()) {
            return Mono.error(RefusedException.tooLittle(order));
        }
        return source.add(-order.cents())
                .save()
                .then(target.add(order.cents()).save())
                .then(Transfer.of(order).save());
    }
}
