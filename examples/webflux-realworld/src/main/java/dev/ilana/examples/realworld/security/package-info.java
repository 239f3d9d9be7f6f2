/** Who asks: passwords, tokens, and the parameter of a controller. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.realworld.security;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
