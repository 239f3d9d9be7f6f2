package dev.ilana.examples.realworld;

import dev.ilana.connection.NPlusOneGuard;
import dev.ilana.connection.QueryListener;
import dev.ilana.spring.DatabaseCustomizer;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What tests want of the database besides: what asks one by one fails, and statements are counted. */
@TestConfiguration
class Watching {

    @Bean
    NPlusOneGuard guard() {
        return NPlusOneGuard.failing().after(2, 4);
    }

    @Bean
    Statements statements() {
        return new Statements();
    }

    @Bean
    DatabaseCustomizer watched(Statements statements) {
        return builder -> builder.withListener(statements);
    }

    /** Counts statements. */
    static final class Statements implements QueryListener {

        private final AtomicInteger sent = new AtomicInteger();

        @Override
        public void afterQuery(Query query) {
            sent.incrementAndGet();
        }

        /** How many the work sends, beside which nothing else is sent. */
        int of(Runnable work) {
            sent.set(0);
            work.run();
            return sent.get();
        }
    }
}
