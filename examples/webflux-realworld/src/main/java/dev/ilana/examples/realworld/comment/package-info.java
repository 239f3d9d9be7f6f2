/** What they say of it. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.realworld.comment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
