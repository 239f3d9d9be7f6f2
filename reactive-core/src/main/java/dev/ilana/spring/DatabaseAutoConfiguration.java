package dev.ilana.spring;

import dev.ilana.config.Configuration;
import dev.ilana.connection.Database;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Makes a {@link Database}, where there is none, of what {@code ilana.url} or {@code ilana.connections} say, else over the one
 * {@code ConnectionFactory}, else of {@code spring.r2dbc.url}; and has chains run on it that name none. {@code
 * ilana.enabled=false} leaves it out.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.r2dbc.R2dbcAutoConfiguration", // Spring Boot 3
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration"
        })
@ConditionalOnBooleanProperty(name = "ilana.enabled", matchIfMissing = true)
@Import({DatabaseOfSettings.class, DatabaseOverFactory.class, DatabaseOfR2dbcUrl.class})
public final class DatabaseAutoConfiguration {

    DatabaseAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    Configuration ilanaConfiguration(ConfigurableEnvironment environment) {
        return new EnvironmentSettings(environment).configuration();
    }

    @Bean
    static DefaultDatabase ilanaDefaultDatabase(ConfigurableListableBeanFactory beans) {
        return new DefaultDatabase(beans);
    }

    /** Who only uses models never asks for the bean; it is there all the same. */
    @Bean
    static LazyInitializationExcludeFilter ilanaDatabaseIsNotLazy() {
        return LazyInitializationExcludeFilter.forBeanTypes(Database.class);
    }
}
