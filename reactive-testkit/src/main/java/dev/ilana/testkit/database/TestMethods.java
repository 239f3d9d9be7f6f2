package dev.ilana.testkit.database;

import dev.ilana.error.InvalidUsageException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The methods of a class that are to be tests. */
final class TestMethods {

    private TestMethods() {}

    /**
     * Nothing, when JUnit runs all of them.
     *
     * @throws InvalidUsageException for one that returns something, which JUnit passes over with no more than a warning
     */
    static void requireRunnable(Class<?> test) {
        for (Method method :
                ReflectionSupport.findMethods(test, TestMethods::isPassedOver, HierarchyTraversalMode.TOP_DOWN)) {
            String type = method.getReturnType().getSimpleName();
            throw new InvalidUsageException(test.getSimpleName() + "." + method.getName() + " returns a " + type
                    + ", and JUnit passes over a test that returns something. Make it void, and wait for the chain:"
                    + " run.value(chain) of a Runner, StepVerifier.create(chain), or chain.block()");
        }
    }

    private static boolean isPassedOver(Method method) {
        return method.getReturnType() != void.class
                && (AnnotationSupport.isAnnotated(method, Test.class)
                        || AnnotationSupport.isAnnotated(method, TestTemplate.class));
    }
}
