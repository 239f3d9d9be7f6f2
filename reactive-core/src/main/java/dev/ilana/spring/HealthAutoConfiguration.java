package dev.ilana.spring;

import dev.ilana.connection.Database;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;

/** The health of the databases, where Spring Boot 4 shows any: {@code management.health.ilana.enabled=false} leaves it out. */
@AutoConfiguration(after = DatabaseAutoConfiguration.class)
@ConditionalOnClass(name = "org.springframework.boot.health.contributor.ReactiveHealthIndicator")
@ConditionalOnBean(Database.class)
@ConditionalOnBooleanProperty(name = "ilana.enabled", matchIfMissing = true)
@ConditionalOnEnabledHealthIndicator("ilana")
public final class HealthAutoConfiguration {

    HealthAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "ilanaHealthContributor")
    CompositeReactiveHealthContributor ilanaHealthContributor(
            Map<String, Database> databases, Map<String, HealthReporter> reporters) {
        return CompositeReactiveHealthContributor.fromMap(
                DatabaseHealth.all(databases, reporters), HealthAutoConfiguration::indicator);
    }

    private static ReactiveHealthIndicator indicator(HealthReporter reporter) {
        return () -> reporter.report()
                .map(report -> Health.status(report.status())
                        .withDetails(report.details())
                        .build());
    }
}
