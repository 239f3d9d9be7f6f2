/**
 * Statements and transactions as observations of Micrometer, for metrics and traces. Micrometer is needed here and nowhere else, so who does without it has it not on the classpath.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.observation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
