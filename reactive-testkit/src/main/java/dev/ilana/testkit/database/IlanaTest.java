package dev.ilana.testkit.database;

import dev.ilana.model.Model;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.seed.Seeder;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Undoes each test: the class has a database, whose tables are made once, and what a test writes is rolled back after it.
 * Classes and tests may run in parallel, and each test sees its own rows alone.
 *
 * <p>Chains that are subscribed on the test's thread run on its database, whatever they do then: {@code StepVerifier},
 * {@code block()}. A test takes it as a parameter too: a {@link dev.ilana.connection.Database}, or a {@link Runner} that runs
 * chains on it. Nested classes share it, unless they say {@code @IlanaTest} themselves. In a method {@code @BeforeAll} it is
 * the database of the class, and what is written there stays for all of its tests.
 *
 * <p>After each test no connection may be in use. Without a server the tests are skipped with the reason, or fail with
 * {@code -Dilana.requireDatabases=true}.
 *
 * @see NoRollback
 * @see DatabaseTest
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DatabaseExtension.class)
public @interface IlanaTest {

    /** Where the database is. */
    DatabaseKind value() default DatabaseKind.H2;

    /** The migrations that make its tables; each has a constructor without parameters. */
    Class<? extends Migration>[] migrations() default {};

    /** The models whose tables it has, beside those of migrations; each has a constructor without parameters. */
    Class<? extends Model<?>>[] models() default {};

    /** What puts rows into it that all tests see; each has a constructor without parameters. */
    Class<? extends Seeder>[] seeders() default {};
}
