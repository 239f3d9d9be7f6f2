package dev.ilana.spring;

import dev.ilana.config.Configuration;
import dev.ilana.connection.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** A database with a pool of its own, where {@code spring.r2dbc.url} is said but nothing made a factory of it. */
@ConditionalOnProperty("spring.r2dbc.url")
@ConditionalOnMissingBean(Database.class)
final class DatabaseOfR2dbcUrl {

    @Bean(destroyMethod = "close")
    Database database(Configuration ilanaConfiguration, ObjectProvider<DatabaseCustomizer> customizers) {
        return new Customizers(customizers).build(ilanaConfiguration);
    }
}
