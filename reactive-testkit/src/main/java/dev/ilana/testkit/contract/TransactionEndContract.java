package dev.ilana.testkit.contract;

import static dev.ilana.connection.TransactionOptions.DEFAULT;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Isolation;
import dev.ilana.connection.Propagation;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Whatever kind a transaction is of and however it ends: its connection comes back, and nothing of it is open. */
public interface TransactionEndContract extends BlogContract {

    /** A query of one column, {@code open}: how many sessions other than the asking one have a transaction open. */
    String openTransactions();

    /** What is done, and how it ends: of all of these, only a complete work is kept. */
    private static List<Function<Function<Supplier<Mono<User>>, Mono<?>>, Mono<?>>> endings() {
        return List.of(
                transaction -> transaction.apply(() -> User.named("kept").save()),
                transaction -> transaction
                        .apply(() -> User.named("failed").save().then(Mono.error(new IllegalStateException("mine"))))
                        .onErrorResume(IllegalStateException.class, error -> Mono.empty()),
                transaction -> transaction
                        .apply(() -> User.named("cancelled").save().then(Mono.never()))
                        .then()
                        .timeout(Duration.ofMillis(100), Mono.empty()));
    }

    private static Map<String, Function<Supplier<Mono<User>>, Mono<?>>> kinds() {
        Map<String, Function<Supplier<Mono<User>>, Mono<?>>> kinds = new LinkedHashMap<>();
        kinds.put("plain", DB::transaction);
        kinds.put("isolated", work -> DB.transaction(work, DEFAULT.isolation(Isolation.SERIALIZABLE)));
        kinds.put("limited", work -> DB.transaction(work, DEFAULT.timeout(Duration.ofSeconds(20))));
        kinds.put("tried", work -> DB.transaction(work, TransactionOptions.attempts(2)));
        kinds.put("many", work -> DB.transactionMany(() -> work.get().flux()).then());
        kinds.put(
                "manual",
                work -> Mono.usingWhen(
                        DB.beginTransaction(),
                        trx -> Mono.defer(work).contextWrite(trx.use()),
                        trx -> trx.commit(),
                        (trx, error) -> trx.rollback(),
                        trx -> trx.rollback()));
        for (Propagation propagation : List.of(Propagation.NESTED, Propagation.REQUIRED, Propagation.REQUIRES_NEW)) {
            kinds.put(
                    "within, " + propagation,
                    work -> DB.transaction(
                            () -> USERS.count().then(DB.transaction(work, DEFAULT.propagation(propagation)))));
        }
        return kinds;
    }

    @Test
    @Feature({"14.1", "14.2", "14.3", "14.5"})
    default void everyKindEndsOnEveryPath(Runner run) {
        kinds().forEach((kind, transaction) -> {
            endings().forEach(ending -> run.value(ending.apply(transaction).then()));
            run.assertNothingAcquired();
            assertThat(run.list(USERS.query().pluck(User.NAME))).as(kind).containsExactly("kept");
            run.value(USERS.query().everything().forceDelete());
        });
        assertThat(run.list(DB.select(openTransactions())))
                .allSatisfy(row -> assertThat(row.get("open", Long.class)).isZero());
    }
}
