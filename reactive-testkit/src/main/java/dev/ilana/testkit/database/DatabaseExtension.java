package dev.ilana.testkit.database;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Does what {@link DatabaseTest} says. */
final class DatabaseExtension implements ParameterResolver, AfterEachCallback, ExecutionCondition {

    private static final Namespace NAMESPACE = Namespace.create(DatabaseExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Database.class || type == Runner.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Runner runner = runner(context);
        return parameter.getParameter().getType() == Runner.class ? runner : runner.database();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Runner runner = context.getStore(NAMESPACE).get(owner(context), Runner.class);
        if (runner != null) {
            runner.assertNothingAcquired();
            runner.forgetStatements();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        TestServer server = TestServers.server(kind(context));
        if (!server.available() && !TestServers.required()) {
            return ConditionEvaluationResult.disabled(
                    server.kind() + " is not available: " + server.unavailableReason());
        }
        Optional<Needs> needs = AnnotationSupport.findAnnotation(context.getElement(), Needs.class);
        if (needs.isEmpty()) {
            return ConditionEvaluationResult.enabled("needs nothing that only some databases have");
        }
        Capability capability = needs.get().value();
        Dialect dialect = Dialects.named(kind(context).name());
        return dialect.supports(capability)
                ? ConditionEvaluationResult.enabled(dialect + " has " + capability.words())
                : ConditionEvaluationResult.disabled(dialect + " has no " + capability.words());
    }

    private static Runner runner(ExtensionContext context) {
        Class<?> owner = owner(context);
        // Kept by the class's own context, which closes it when the class is done.
        ExtensionContext ofClass = context;
        while (ofClass.getTestMethod().isPresent()) {
            ofClass = ofClass.getParent().orElseThrow();
        }
        return ofClass.getStore(NAMESPACE)
                .getOrComputeIfAbsent(owner, unused -> Runner.on(database(owner, kind(context))), Runner.class);
    }

    private static TestDatabase database(Class<?> owner, DatabaseKind kind) {
        TestDatabase database = TestServers.require(kind).createDatabase(owner.getSimpleName());
        UrlOptions options = owner.getAnnotation(UrlOptions.class);
        return options == null ? database : database.withOptions(options.value());
    }

    private static Class<?> owner(ExtensionContext context) {
        return context.getRequiredTestClass();
    }

    private static DatabaseKind kind(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), DatabaseTest.class, context.getEnclosingTestClasses())
                .orElseThrow()
                .value();
    }
}
