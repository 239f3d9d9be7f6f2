/** Those who write and read: how they sign up and in, and how others see them. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.realworld.user;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
