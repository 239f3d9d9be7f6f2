package dev.ilana.examples.spring;

import static dev.ilana.examples.spring.Order.ORDERS;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Sells tea until there is none. {@code --spring.r2dbc.url=…} says on which database; else it is H2 in this JVM. */
@SpringBootApplication
public class Shop {

    public static void main(String[] args) {
        try (ConfigurableApplicationContext context = SpringApplication.run(Shop.class, args)) {
            Counter counter = context.getBean(Counter.class);
            counter.deliver("tea", 5)
                    .then(counter.sell("tea", 2))
                    .then(counter.sell("tea", 9).onErrorResume(SoldOutException.class, error -> ORDERS.first()))
                    .thenMany(counter.sellWhatIsThere(List.of("tea", "coffee", "tea")))
                    .doOnNext(order -> System.out.printf("sold %d of %s%n", order.pieces(), order.article()))
                    .then(ORDERS.count())
                    .doOnNext(count -> System.out.printf("%d orders%n", count))
                    .block();
        }
    }
}
