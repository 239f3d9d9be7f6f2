/** Hibernate Reactive, on the client of Vert.x. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.benchmark.hibernate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
