/** Blocking JDBC on threads of its own, a mark of the limit. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.benchmark.jdbc;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
