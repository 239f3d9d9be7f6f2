/**
 * Casts: how a value of a model becomes what is stored in its column, and back. They know nothing of models; a user's own are
 * made here too.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.cast;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
