/**
 * Factories: models with made-up data for tests and seeds, with what they are related to.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.testkit.factory;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
