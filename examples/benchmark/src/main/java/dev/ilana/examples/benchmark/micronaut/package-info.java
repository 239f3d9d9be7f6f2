/** Micronaut Data R2DBC. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.benchmark.micronaut;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
