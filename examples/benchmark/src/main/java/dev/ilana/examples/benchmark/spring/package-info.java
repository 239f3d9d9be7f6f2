/** Spring Data R2DBC. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.benchmark.spring;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
