package dev.ilana.examples.streaming;

import dev.ilana.connection.Database;
import dev.ilana.connection.PoolSettings;
import dev.ilana.connection.QueryListener;
import dev.ilana.error.IlanaException;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;

/** A shop of 200,000 sales that can be fetched, until it is stopped. */
public final class Streaming {

    private static final Shop SHOP = new Shop(1_000, 200_000);
    private static final int PORT = 8080;
    private static final int EXPORTS = 4;
    private static final int STEP = 10_000;

    private Streaming() {}

    /** The one argument is the URL of a PostgreSQL or MariaDB database; without it, H2 runs in this JVM. */
    public static void main(String[] args) {
        Database database = Database.builder(args.length == 0 || args[0].isBlank() ? "h2:mem:streaming" : args[0])
                .withPool(PoolSettings.DEFAULT.withMaxSize(EXPORTS))
                .withListener(progress())
                .build();
        try {
            Mono.usingWhen(Mono.just(database), Streaming::serve, Database::close)
                    .block();
        } catch (IlanaException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static Mono<Void> serve(Database database) {
        return SHOP.open(database)
                .then(new ExportServer(database).listen(PORT))
                .doOnNext(server -> System.out.printf(
                        "curl --limit-rate 500k -o sales.ndjson http://localhost:%d/sales.ndjson%n", server.port()))
                .flatMap(DisposableChannel::onDispose);
    }

    /** Says how far the server has come. */
    private static QueryListener progress() {
        AtomicLong rows = new AtomicLong();
        return query -> {
            long now = rows.addAndGet(query.rows());
            if (now / STEP > (now - query.rows()) / STEP) {
                System.out.printf("%,d rows, %d MiB of heap%n", now, heap());
            }
        };
    }

    private static long heap() {
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
