/**
 * The kinds of relation, one small class each: which keys they collect, how they constrain the related query, and which parent gets which child.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.relation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
