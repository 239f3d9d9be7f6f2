package dev.ilana.examples.transactions;

import static dev.ilana.examples.transactions.Account.ACCOUNTS;
import static dev.ilana.examples.transactions.Transfer.TRANSFERS;

import dev.ilana.connection.Database;
import dev.ilana.error.IlanaException;
import dev.ilana.schema.ensure.SchemaRegistry;
import dev.ilana.schema.models.ModelSchema;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Many writers move money among a few accounts, and ask for every order twice. */
public final class Transactions {

    private static final int ACCOUNTS_IN_ALL = 8;
    private static final int ORDERS = 1_000;
    private static final int WRITERS = 32;

    private Transactions() {}

    /** The one argument is the URL of a PostgreSQL or MariaDB database; without it, H2 runs in this JVM. */
    public static void main(String[] args) {
        Database database = Database.connect(args.length == 0 || args[0].isBlank() ? "h2:mem:transactions" : args[0]);
        try {
            Mono.usingWhen(Mono.just(database), db -> run(db).contextWrite(db.use()), Database::close)
                    .block();
        } catch (IlanaException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static Mono<Void> run(Database database) {
        return open(database, ACCOUNTS_IN_ALL)
                .flatMapMany(accounts -> Flux.fromIterable(orders(accounts, ORDERS, new Random(20261122))))
                .flatMap(order -> Flux.just(order, order)) // each by two clients at once
                .flatMap(order -> new Bank().carryOut(order).onErrorComplete(RefusedException.class), WRITERS)
                .count()
                .doOnNext(told ->
                        System.out.printf("%,d orders asked for twice, %,d times told it is done%n", ORDERS, told))
                .then(Mono.zip(
                        TRANSFERS.count(), Audit.total(), Audit.differences().count()))
                .doOnNext(found -> System.out.printf(
                        "%,d lines in the ledger, %,d cents in all, %d accounts that differ from it%n",
                        found.getT1(), found.getT2(), found.getT3()))
                .then();
    }

    /** New tables, and so many accounts with 10,000 cents each. */
    static Mono<List<Account>> open(Database database, int accounts) {
        return SchemaRegistry.on(database)
                .register(ModelSchema.of(ACCOUNTS, TRANSFERS))
                .ensure()
                .thenMany(ACCOUNTS.insertMany(Flux.range(0, accounts).map(n -> Account.with(10_000))))
                .collectList();
    }

    /** Orders among these accounts, some of which want more than is there. */
    static List<Order> orders(List<Account> accounts, int number, Random random) {
        return IntStream.range(0, number)
                .mapToObj(n -> {
                    int source = random.nextInt(accounts.size());
                    int target = (source + 1 + random.nextInt(accounts.size() - 1)) % accounts.size();
                    return Order.of(
                            accounts.get(source).id(), accounts.get(target).id(), 1 + random.nextInt(4_000));
                })
                .toList();
    }
}
