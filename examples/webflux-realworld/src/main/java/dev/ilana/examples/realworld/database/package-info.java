/** What is said of the database in code. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.realworld.database;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
