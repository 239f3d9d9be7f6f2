/**
 * A driver that blocks, on threads that may: each of its connections has one of its own. What is here wraps the interfaces of
 * the SPI and knows nothing else of this library.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.connection.worker;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
