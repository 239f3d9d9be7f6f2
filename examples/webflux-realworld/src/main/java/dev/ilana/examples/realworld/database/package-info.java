/** The database and its place in a request. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.realworld.database;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
