package dev.ilana.testkit.database;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.testkit.probe.Probe;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Does what {@link DatabaseTest} and {@link IlanaTest} say. */
final class DatabaseExtension
        implements ParameterResolver,
                BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                ExecutionCondition,
                InvocationInterceptor {

    private static final Namespace NAMESPACE = Namespace.create(DatabaseExtension.class);

    /** The key of the test that runs. */
    private static final Object RUNNING = new Object();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Database.class
                || type == Runner.class
                || (type == Probe.class && TestSpec.of(context).undone() != null);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == Probe.class) {
            return probe(context);
        }
        Runner runner = runner(context);
        return parameter.getParameter().getType() == Runner.class ? runner : runner.database();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (TestSpec.of(context).undone() != null) {
            TestMethods.requireRunnable(context.getRequiredTestClass());
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        TestSpec spec = TestSpec.of(context);
        if (spec.undone() != null) {
            boolean rollback = !AnnotationSupport.isAnnotated(context.getElement(), NoRollback.class)
                    && !AnnotationSupport.isAnnotated(context.getRequiredTestClass(), NoRollback.class);
            context.getStore(NAMESPACE).put(RUNNING, testClass(spec, context).begin(rollback));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        RunningTest running = running(context);
        if (running != null) {
            end(running);
            return;
        }
        TestClass ofClass = context.getStore(NAMESPACE).get(TestSpec.of(context).owner(), TestClass.class);
        if (ofClass != null) {
            ofClass.runner().assertNothingAcquired();
            ofClass.runner().forgetStatements();
        }
    }

    private static void end(RunningTest running) {
        try {
            running.runner().assertNothingAcquired();
        } finally {
            running.end();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        TestSpec spec = TestSpec.of(context);
        TestServer server = TestServers.server(spec.kind());
        if (!server.available() && !TestServers.required()) {
            return ConditionEvaluationResult.disabled(
                    server.kind() + " is not available: " + server.unavailableReason());
        }
        Optional<Needs> needs = AnnotationSupport.findAnnotation(context.getElement(), Needs.class);
        if (needs.isEmpty()) {
            return ConditionEvaluationResult.enabled("needs nothing that only some databases have");
        }
        Capability capability = needs.get().value();
        Dialect dialect = Dialects.named(spec.kind().name());
        return dialect.supports(capability)
                ? ConditionEvaluationResult.enabled(dialect + " has " + capability.words())
                : ConditionEvaluationResult.disabled(dialect + " has no " + capability.words());
    }

    // The code of a test

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> code, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(code, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> code, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(code, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> code, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(code, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> code, ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
        return run(code, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> code, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(code, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> code, DynamicTestInvocationContext invocation, ExtensionContext context) throws Throwable {
        run(code, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> code, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(code, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> code, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(code, context);
    }

    private static <T extends @Nullable Object> T run(Invocation<T> code, ExtensionContext context) throws Throwable {
        return TestSpec.of(context).undone() == null
                ? code.proceed()
                : TestThread.on(runner(context).database(), code);
    }

    // What it runs on

    /** Of the test that runs, or outside of one of its class. */
    private static Runner runner(ExtensionContext context) {
        RunningTest running = running(context);
        return running == null ? testClass(TestSpec.of(context), context).runner() : running.runner();
    }

    private static Probe probe(ExtensionContext context) {
        RunningTest running = running(context);
        if (running == null) {
            throw new InvalidUsageException("a Probe is a test's, and there is none yet: ask for it in the test");
        }
        return running.probe();
    }

    private static @Nullable RunningTest running(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(RUNNING, RunningTest.class);
    }

    private static TestClass testClass(TestSpec spec, ExtensionContext context) {
        // Kept by the class's own context, which closes it when the class is done.
        ExtensionContext ofOwner = context;
        while (ofOwner.getTestMethod().isPresent() || ofOwner.getRequiredTestClass() != spec.owner()) {
            ofOwner = ofOwner.getParent().orElseThrow();
        }
        return ofOwner.getStore(NAMESPACE)
                .getOrComputeIfAbsent(spec.owner(), owner -> new TestClass(spec), TestClass.class);
    }
}
