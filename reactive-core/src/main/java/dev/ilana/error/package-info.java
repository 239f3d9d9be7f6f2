/**
 * Everything that can go wrong, by name: one type a fact, all of them {@link dev.ilana.error.IlanaException}s. Messages carry SQL and names, never bound values.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.error;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
