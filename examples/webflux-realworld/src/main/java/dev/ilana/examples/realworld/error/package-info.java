/** What is answered when it goes wrong, and how a form is read. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.realworld.error;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
