package dev.ilana.testkit.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test class, nested ones included, an empty database of its own, so that classes may run in parallel.
 *
 * <p>A test takes it as a parameter: a {@link dev.ilana.connection.Database}, or a {@link Runner} that runs chains on it.
 * After each test no connection may be in use. Without a server the tests are skipped with the reason, or fail with
 * {@code -Dilana.requireDatabases=true}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DatabaseExtension.class)
public @interface DatabaseTest {

    DatabaseKind value();
}
