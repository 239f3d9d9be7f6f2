package dev.ilana.examples.spring;

import dev.ilana.DB;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where things are sold: the stock is kept in SQL by Spring's client, the orders are models. */
@Service
public class Counter {

    private final DatabaseClient client;

    Counter(DatabaseClient client) {
        this.client = client;
    }

    /** An article that is new to the shop. */
    @Transactional
    public Mono<Long> deliver(String article, int pieces) {
        return client.sql("insert into stock (article, pieces) values (:article, :pieces)")
                .bind("article", article)
                .bind("pieces", pieces)
                .fetch()
                .rowsUpdated();
    }

    /** The order, once the stock has it no more; a {@link SoldOutException} when there was not enough. */
    // tag::sell
    @Transactional
    public Mono<Order> sell(String article, int pieces) {
        return Order.of(article, pieces)
                .save()
                .flatMap(order -> take(article, pieces).thenReturn(order));
    }

    private Mono<Void> take(String article, int pieces) {
        return client.sql("update stock set pieces = pieces - :n where article = :article and pieces >= :n")
                .bind("n", pieces)
                .bind("article", article)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new SoldOutException(article)))
                .then();
    }
    // end::sell

    /** An order of one piece for each article that there is; the others are left out, each by a savepoint of its own. */
    // tag::savepoint
    @Transactional
    public Flux<Order> sellWhatIsThere(List<String> articles) {
        return Flux.fromIterable(articles)
                .concatMap(article -> DB.transaction(() -> sell(article, 1))
                        .onErrorResume(SoldOutException.class, error -> Mono.empty()));
    }
    // end::savepoint
}
