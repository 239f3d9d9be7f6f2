package dev.ilana.examples.streaming;

import static dev.ilana.examples.streaming.Sale.SALES;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_TYPE;
import static io.netty.handler.codec.http.HttpResponseStatus.SERVICE_UNAVAILABLE;

import dev.ilana.connection.Database;
import dev.ilana.error.PoolTimeoutException;
import io.netty.channel.ChannelOption;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Sends all sales with their customers. A window of them is read when the client has taken the one before: between the socket and
 * the database stand operators alone, and each asks for no more than it is asked.
 */
final class ExportServer {

    /** How many sales are in memory, for each export. */
    static final int WINDOW = 500;

    /** What waits in the system's own buffer, for each export. */
    private static final int SEND_BUFFER = 64 * 1024;

    private final Database database;

    /** @param database its pool is the number of exports at a time: each has a connection until its client has all */
    ExportServer(Database database) {
        this.database = database;
    }

    /** Listens on that port; 0 is any that is free. */
    Mono<? extends DisposableServer> listen(int port) {
        return HttpServer.create()
                .port(port)
                .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER)
                .route(routes -> routes.get("/sales.ndjson", (request, response) -> send(Format.NDJSON, response))
                        .get("/sales.csv", (request, response) -> send(Format.CSV, response)))
                .bind();
    }

    /** The first sale, or its absence, says which status it is. */
    private Publisher<Void> send(Format format, HttpServerResponse response) {
        return sales().switchOnFirst((first, all) -> first.getThrowable() instanceof PoolTimeoutException
                        ? response.status(SERVICE_UNAVAILABLE).send()
                        : response.header(CONTENT_TYPE, format.mediaType()).sendString(format.write(all)))
                .contextWrite(database.use());
    }

    private static Flux<Sale> sales() {
        return SALES.with(Sale.CUSTOMER).orderBy(Sale.ID).cursor(WINDOW);
    }
}
