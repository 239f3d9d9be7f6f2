/**
 * The connection that one migration runs on: watched, so that each statement is told of before it is sent, or pretended, so that none is.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.migrate.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
