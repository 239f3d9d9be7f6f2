/** The client of Vert.x by hand, a mark of the limit. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.benchmark.vertx;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
