/** How the tables came to be, one step a class, in the order of their names. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.realworld.migration;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
