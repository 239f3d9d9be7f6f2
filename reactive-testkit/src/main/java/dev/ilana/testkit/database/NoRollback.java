package dev.ilana.testkit.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a test of an {@link IlanaTest}, or each of a class, a database of its own instead of a transaction: made as the class's
 * is, with a pool, and dropped after the test. For what needs a second connection or a real COMMIT: {@code REQUIRES_NEW},
 * transactions side by side, locks, isolation, changes of tables.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface NoRollback {}
