package dev.ilana.examples.transactions;

import static dev.ilana.examples.transactions.Account.ACCOUNTS;
import static dev.ilana.examples.transactions.Account.INCOMING;
import static dev.ilana.examples.transactions.Account.OUTGOING;
import static dev.ilana.examples.transactions.Transfer.AMOUNT;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holds the accounts against the ledger. */
final class Audit {

    private Audit() {}

    /** The accounts that have something else than the ledger says; empty when all is well. */
    static Flux<Account> differences() {
        return ACCOUNTS.query()
                .withSum(INCOMING, AMOUNT)
                .withSum(OUTGOING, AMOUNT)
                .get()
                .filter(account -> account.balance() != due(account));
    }

    /** All the money there is. */
    static Mono<Long> total() {
        return ACCOUNTS.query().sum(Account.BALANCE).map(Number::longValue);
    }

    private static long due(Account account) {
        return account.opening()
                + account.sumOf(INCOMING, AMOUNT).longValueExact()
                - account.sumOf(OUTGOING, AMOUNT).longValueExact();
    }
}
