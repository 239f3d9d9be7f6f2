package dev.ilana.testkit.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Leaves each test what the tests before it have done: a class, nested ones included, has an empty database of its own, with
 * which it does what it likes. Classes may run in parallel. Where tests are to be undone there is {@link IlanaTest}.
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
