package dev.ilana.spring;

import dev.ilana.connection.Database;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebFilter;

/**
 * Has each request of a WebFlux application run on the {@link Database} of its context, whatever others there are in the program,
 * and as a chain of its own: for its reads after a write, and for the guard against N+1.
 */
@AutoConfiguration(after = DatabaseAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(WebFilter.class)
@ConditionalOnSingleCandidate(Database.class)
@ConditionalOnBooleanProperty(name = "ilana.enabled", matchIfMissing = true)
public final class RequestAutoConfiguration {

    RequestAutoConfiguration() {}

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "ilanaRequests")
    WebFilter ilanaRequests(Database database) {
        return (exchange, chain) -> chain.filter(exchange).contextWrite(database.use());
    }
}
