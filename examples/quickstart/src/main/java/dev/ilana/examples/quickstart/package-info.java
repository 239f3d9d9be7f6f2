/**
 * The library's shop window: a blog of a real size, what one asks of it, and how little that takes. Start at {@code Quickstart}.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.quickstart;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
