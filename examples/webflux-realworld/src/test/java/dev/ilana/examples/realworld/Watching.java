package dev.ilana.examples.realworld;

import dev.ilana.connection.NPlusOneGuard;
import dev.ilana.connection.QueryListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What tests want of the database besides: it fails what asks one by one, and tells what it is asked. */
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

    /** The statements since it was told to forget those before. */
    static final class Statements implements QueryListener {

        private final List<String> sent = new CopyOnWriteArrayList<>();

        @Override
        public void afterQuery(Query query) {
            sent.add(query.sql());
        }

        void forget() {
            sent.clear();
        }

        List<String> sent() {
            return List.copyOf(sent);
        }
    }
}
