/** What all contestants share: the work they do, and the form in which their answers are compared. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.benchmark.work;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
