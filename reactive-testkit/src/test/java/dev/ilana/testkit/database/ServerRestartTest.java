package dev.ilana.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.error.IlanaException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A server goes and comes again while a program works: the program goes on, with the pool that it has. */
class ServerRestartTest {

    private static final int WRITERS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void workGoesOnWhenPostgreSqlIsThereAgain() throws Exception {
        workGoesOnWhenItIsThereAgain(new PostgreSqlProduct());
    }

    /** It takes half a minute to be made twice. */
    @Test
    @Tag("soak")
    void workGoesOnWhenMariaDbIsThereAgain() throws Exception {
        workGoesOnWhenItIsThereAgain(new MariaDbProduct());
    }

    private static void workGoesOnWhenItIsThereAgain(ServerProduct product) throws Exception {
        int port = Machine.freePort();
        LaunchedServer server = started(product, port);
        Database database = Database.connect(server.address().url(product.scheme(), "shop"));
        Set<Class<?>> errors = ConcurrentHashMap.newKeySet();
        Set<Integer> working = ConcurrentHashMap.newKeySet();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger rows = new AtomicInteger();
        Disposable load = Flux.range(0, WRITERS)
                .flatMap(
                        writer -> write(rows)
                                .doOnSuccess(written -> working.add(writer))
                                .onErrorResume(error -> {
                                    errors.add(error.getClass());
                                    return Mono.delay(Duration.ofMillis(20)).then();
                                })
                                .repeat(() -> !over.get()),
                        WRITERS)
                .contextWrite(database.use())
                .subscribe();
        try {
            awaitAll(working);

            server.process().stop();
            server = started(product, port);
            working.clear();
            awaitAll(working);

            over.set(true);
            await(load::isDisposed);
            assertThat(errors).isNotEmpty().allMatch(IlanaException.class::isAssignableFrom);
            await(() -> database.acquiredConnections() == 0);
        } finally {
            load.dispose();
            database.close().block(PATIENCE);
            server.process().stop();
        }
    }

    private static Mono<Void> write(AtomicInteger rows) {
        return DB.transaction(() -> DB.statement("insert into sales (id) values (?)", rows.incrementAndGet())
                        .then(DB.table("sales").count()))
                .then();
    }

    private static LaunchedServer started(ServerProduct product, int port) throws ServerUnavailableException {
        LaunchedServer server = product.launch(port);
        Readiness.await(product.adminUrl(server.address()), PATIENCE, server.process()::alive);
        try (AdminConnection admin = AdminConnection.open(product.adminUrl(server.address()))) {
            product.create(admin, "shop");
        }
        Database database = Database.connect(server.address().url(product.scheme(), "shop"));
        DB.statement("create table sales (id int primary key)")
                .contextWrite(database.use())
                .block(PATIENCE);
        database.close().block(PATIENCE);
        return server;
    }

    private static void awaitAll(Set<Integer> working) throws InterruptedException {
        await(() -> working.size() == WRITERS);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
