package dev.ilana.examples.streaming;

import java.util.function.Function;
import reactor.core.publisher.Flux;

/**
 * How sales are written.
 *
 * @param head what stands above them
 * @param line each of them
 */
record Format(String mediaType, String head, Function<Sale, String> line) {

    static final Format NDJSON = new Format("application/x-ndjson", "", sale -> sale.toJson() + "\n");

    static final Format CSV = new Format(
            "text/csv; charset=utf-8",
            Csv.line("id", "customer", "article", "price"),
            sale -> Csv.line(sale.id(), sale.customer().name(), sale.article(), sale.price()));

    /** A text for each sale, made when it is asked for. */
    Flux<String> write(Flux<Sale> sales) {
        Flux<String> lines = sales.map(line);
        return head.isEmpty() ? lines : lines.startWith(head);
    }
}
