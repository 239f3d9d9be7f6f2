/**
 * The tests that every database must pass, as interfaces of default test methods: to hold a dialect to them, implement
 * them in a test class. Each test names its row of {@code docs/features.md}.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.testkit.contract;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
