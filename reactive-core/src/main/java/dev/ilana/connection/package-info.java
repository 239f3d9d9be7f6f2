/**
 * Databases, their pools and transactions, and the one executor that sends a statement. Which connection a statement runs on is decided here and nowhere else.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.connection;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
