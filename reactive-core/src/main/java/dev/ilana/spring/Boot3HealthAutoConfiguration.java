package dev.ilana.spring;

import dev.ilana.connection.Database;
import java.util.Map;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.CompositeReactiveHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.ReactiveHealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** {@link HealthAutoConfiguration} where Spring Boot 3 has its health. */
@AutoConfiguration(after = DatabaseAutoConfiguration.class)
@ConditionalOnClass(name = "org.springframework.boot.actuate.health.ReactiveHealthIndicator")
@ConditionalOnBean(Database.class)
@ConditionalOnBooleanProperty(name = "ilana.enabled", matchIfMissing = true)
@ConditionalOnEnabledHealthIndicator("ilana")
public final class Boot3HealthAutoConfiguration {

    Boot3HealthAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "ilanaHealthContributor")
    CompositeReactiveHealthContributor ilanaHealthContributor(
            Map<String, Database> databases, Map<String, HealthReporter> reporters) {
        return CompositeReactiveHealthContributor.fromMap(
                DatabaseHealth.all(databases, reporters), Boot3HealthAutoConfiguration::indicator);
    }

    private static ReactiveHealthIndicator indicator(HealthReporter reporter) {
        return () -> reporter.report()
                .map(report -> Health.status(report.status())
                        .withDetails(report.details())
                        .build());
    }
}
