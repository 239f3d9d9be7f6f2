/** The driver of R2DBC by hand. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.benchmark.r2dbc;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
