/** The RealWorld API: articles, their authors, and what readers say of them. Start at {@code RealWorld}, or at a model. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.realworld;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
