/**
 * The front door: {@link dev.ilana.DB} to reach a database, {@link dev.ilana.Table} to define a model. Nothing below knows these two.
 */
@NullMarked
@CheckReturnValue
package dev.ilana;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
