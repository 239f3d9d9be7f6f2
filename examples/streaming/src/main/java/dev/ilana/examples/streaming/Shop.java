package dev.ilana.examples.streaming;

import static dev.ilana.examples.streaming.Customer.CUSTOMERS;
import static dev.ilana.examples.streaming.Sale.SALES;

import dev.ilana.connection.Database;
import dev.ilana.schema.ensure.SchemaRegistry;
import dev.ilana.schema.models.ModelSchema;
import java.math.BigDecimal;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** So many sales to so many customers. */
record Shop(int customers, int sales) {

    private static final List<String> ARTICLES = List.of("tea", "cup, large", "the \"good\" sugar", "lemon");

    /** Makes the tables where they are not there, and fills them where they are empty. */
    Mono<Void> open(Database database) {
        return SchemaRegistry.on(database)
                .register(ModelSchema.of(CUSTOMERS, SALES))
                .ensure()
                .then(SALES.exists())
                .flatMap(there -> there ? Mono.<Long>empty() : fill())
                .then()
                .contextWrite(database.use());
    }

    private Mono<Long> fill() {
        return CUSTOMERS
                .insertMany(Flux.range(1, customers).map(n -> new Customer().name("Customer " + n)))
                .collectList()
                .flatMap(all -> SALES.bulkInsert(Flux.range(0, sales).map(n -> sale(n, all))));
    }

    private static Sale sale(int number, List<Customer> customers) {
        return Sale.to(customers.get(number % customers.size()))
                .article(ARTICLES.get(number % ARTICLES.size()))
                .price(BigDecimal.valueOf(number, 2));
    }
}
