/** jOOQ over R2DBC. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.benchmark.jooq;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
