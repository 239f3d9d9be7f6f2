package dev.ilana.examples.realworld.database;

import dev.ilana.connection.NPlusOneGuard;
import dev.ilana.spring.DatabaseCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the properties do not say of the database: who asks one by one is told of it. */
@Configuration
class DatabaseConfiguration {

    @Bean
    DatabaseCustomizer guarded(ObjectProvider<NPlusOneGuard> guard) {
        return builder -> builder.withNPlusOneGuard(guard.getIfAvailable(NPlusOneGuard::logging));
    }
}
