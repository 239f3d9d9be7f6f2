/** Money that moves under contention, each order once, whatever becomes of its connection. Start at {@code Bank}. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.transactions;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
