/** This library. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.benchmark.models;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
