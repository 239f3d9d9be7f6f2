/**
 * Connections around those of a driver: they do what it does, but for what one says of its statements. For the worker, the
 * migrations and the test kit; what is here knows the interfaces of the SPI alone.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.connection.around;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
