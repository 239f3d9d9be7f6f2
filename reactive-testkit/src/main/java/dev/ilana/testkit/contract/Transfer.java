package dev.ilana.testkit.contract;

import dev.ilana.DB;
import dev.ilana.query.Query;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import reactor.core.publisher.Mono;

/**
 * Money moved from one account to another, and a line in the ledger. What the accounts will hold is reckoned here, from what
 * they are read to hold: so an isolation that is none loses money.
 *
 * @param id its line in the ledger
 */
record Transfer(long id, int from, int to, long amount) {

    /** One among the accounts from 1 on. */
    static Transfer random(long id, int accounts, Random chances) {
        int from = chances.nextInt(accounts);
        int to = (from + 1 + chances.nextInt(accounts - 1)) % accounts;
        return new Transfer(id, 1 + from, 1 + to, 1 + chances.nextInt(100));
    }

    /** Makes it; with the accounts locked before they are read, or not. */
    Mono<Long> make(boolean locking) {
        return Mono.zip(balance(from, locking), balance(to, locking))
                .flatMap(balances -> set(from, balances.getT1() - amount).then(set(to, balances.getT2() + amount)))
                .then(DB.table("ledger").insert(Map.of("id", id, "source", from, "target", to, "amount", amount)));
    }

    private static Mono<Long> balance(int account, boolean locking) {
        Query one = DB.table("accounts").where("id", account);
        return (locking ? one.lockForUpdate() : one)
                .first()
                .map(row -> Objects.requireNonNull(row.get("balance", Long.class)));
    }

    private static Mono<Long> set(int account, long balance) {
        return DB.table("accounts").where("id", account).update(Map.of("balance", balance));
    }
}
