package dev.ilana.spring;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether {@code ilana.url} or {@code ilana.connections} say where a database is. */
final class OnConnection implements Condition {

    OnConnection() {}

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return context.getEnvironment() instanceof ConfigurableEnvironment environment
                && new EnvironmentSettings(environment).sayPlace();
    }
}
