package dev.ilana.examples.transactions;

import static dev.ilana.examples.transactions.Account.ACCOUNTS;
import static dev.ilana.examples.transactions.Transfer.TRANSFERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.model.ModelEvent;
import dev.ilana.query.Row;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.DatabaseTest;
import dev.ilana.testkit.database.Runner;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What becomes of orders under contention, asked for again, refused, and cut off. */
class TransactionsTest {

    private static final int WRITERS = 32;

    @Nested
    @DatabaseTest(DatabaseKind.H2)
    class OnH2 extends Orders {}

    @Nested
    @DatabaseTest(DatabaseKind.POSTGRESQL)
    class OnPostgreSql extends OrdersOnAServer {
        OnPostgreSql() {
            super("select pg_backend_pid() as id", "select pg_terminate_backend(%s)");
        }
    }

    @Nested
    @DatabaseTest(DatabaseKind.MARIADB)
    class OnMariaDb extends OrdersOnAServer {
        OnMariaDb() {
            super("select connection_id() as id", "kill %s");
        }
    }

    abstract static class Orders {

        final Bank bank = new Bank();

        @Test
        void noMoneyIsLostOrMadeAmongManyWriters(Runner run) {
            List<Order> orders = Transactions.orders(accounts(run, 8), 200, new Random(7));
            long before = run.get(Audit.total());

            List<Transfer> done = run.list(Flux.fromIterable(orders)
                    .flatMap(order -> Flux.just(order, order))
                    .flatMap(order -> bank.carryOut(order).onErrorComplete(RefusedException.class), WRITERS));

            assertThat(run.get(Audit.total())).isEqualTo(before);
            assertThat(run.list(Audit.differences())).isEmpty();
            assertThat(run.list(ACCOUNTS.where(Account.BALANCE.lt(0L)).get())).isEmpty();
            assertThat(carriedOut(run, orders)).isEqualTo(keys(done)).hasSizeBetween(100, 200);
        }

        @Test
        void anOrderThatManyClientsAskForIsDoneOnce(Runner run) {
            List<Account> accounts = accounts(run, 2);
            Order order = Order.of(accounts.get(0).id(), accounts.get(1).id(), 10_000);

            List<Transfer> done = run.list(Flux.range(0, WRITERS).flatMap(n -> bank.carryOut(order), WRITERS));

            assertThat(done)
                    .hasSize(WRITERS)
                    .allMatch(transfer -> transfer.order().equals(order));
            assertThat(balances(run, accounts)).containsExactly(0L, 20_000L);
        }

        @Test
        void aKeyIsThatOfOneOrder(Runner run) {
            List<Account> accounts = accounts(run, 4);
            Order order = Order.of(accounts.get(0).id(), accounts.get(1).id(), 1);
            Order another =
                    new Order(order.key(), accounts.get(2).id(), accounts.get(3).id(), 2);

            run.get(bank.carryOut(order));

            assertThat(run.error(bank.carryOut(another))).isInstanceOf(RefusedException.class);
            assertThat(balances(run, accounts)).containsExactly(9_999L, 10_001L, 10_000L, 10_000L);
        }

        @Test
        void keysThatMeetAtOnceAreThatOfOneOrderToo(Runner run) {
            List<Account> accounts = accounts(run, 4);
            UUID key = UUID.randomUUID();

            List<Transfer> done = run.list(Flux.just(0, 2)
                    .map(n -> new Order(
                            key, accounts.get(n).id(), accounts.get(n + 1).id(), 5))
                    .flatMap(order -> bank.carryOut(order).onErrorComplete(RefusedException.class)));

            assertThat(done).hasSize(1);
            assertThat(run.list(Audit.differences())).isEmpty();
        }

        @Test
        void whatIsRefusedLeavesNothing(Runner run) {
            List<Account> accounts = accounts(run, 2);
            Order tooMuch = Order.of(accounts.get(0).id(), accounts.get(1).id(), 10_001);
            Order toNobody = Order.of(accounts.get(0).id(), -1, 1);

            assertThat(run.error(bank.carryOut(tooMuch))).isInstanceOf(RefusedException.class);
            assertThat(run.error(bank.carryOut(toNobody))).isInstanceOf(RefusedException.class);

            assertThat(balances(run, accounts)).containsExactly(10_000L, 10_000L);
            assertThat(carriedOut(run, List.of(tooMuch, toNobody))).isEmpty();
        }
    }

    /** A server can be told to cut a connection; H2 has none. */
    abstract static class OrdersOnAServer extends Orders {

        private final String ownConnection;
        private final String cut;

        OrdersOnAServer(String ownConnection, String cut) {
            this.ownConnection = ownConnection;
            this.cut = cut;
        }

        @Test
        void anOrderWhoseOutcomeIsUnknownIsDoneOnceAllTheSame(Runner run) {
            List<Order> orders = Transactions.orders(accounts(run, 8), 12, new Random(7));
            long before = run.get(Audit.total());
            Set<UUID> toBeCut = ConcurrentHashMap.newKeySet();
            toBeCut.addAll(orders.stream().map(Order::key).toList());
            Database admin = Database.connect(run.url());
            Disposable cutting = TRANSFERS.on(
                    ModelEvent.CREATED,
                    transfer -> toBeCut.remove(transfer.order().key()) ? cutBeforeCommit(admin) : Mono.empty());
            try {
                assertThat(run.list(Flux.fromIterable(orders).flatMap(bank::carryOut)))
                        .hasSize(12);
            } finally {
                cutting.dispose();
                run.value(admin.close());
            }

            assertThat(toBeCut).isEmpty();
            assertThat(carriedOut(run, orders)).hasSize(12);
            assertThat(run.list(Audit.differences())).isEmpty();
            assertThat(run.get(Audit.total())).isEqualTo(before);
        }

        /** The work is done, and COMMIT is never answered. */
        private Mono<Void> cutBeforeCommit(Database admin) {
            return DB.select(ownConnection)
                    .single()
                    .flatMap(own -> cut(own).contextWrite(admin.use()))
                    .then();
        }

        private Mono<Long> cut(Row own) {
            return DB.select(cut.formatted(own.get("id"))).count();
        }
    }

    private static List<Account> accounts(Runner run, int number) {
        return run.get(Transactions.open(run.database(), number));
    }

    private static List<Long> balances(Runner run, List<Account> accounts) {
        return run.list(ACCOUNTS.findMany(accounts.stream().map(Account::id).toList())
                .sort((one, other) -> Long.compare(one.id(), other.id()))
                .map(Account::balance));
    }

    private static Set<UUID> carriedOut(Runner run, List<Order> orders) {
        return keys(run.list(TRANSFERS.findMany(orders.stream().map(Order::key).toList())));
    }

    private static Set<UUID> keys(List<Transfer> transfers) {
        Set<UUID> keys = new HashSet<>();
        transfers.forEach(transfer -> keys.add(transfer.order().key()));
        return keys;
    }
}
