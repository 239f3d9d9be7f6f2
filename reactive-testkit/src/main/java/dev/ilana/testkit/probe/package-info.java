/**
 * Connections that are looked at from the side of the driver: what is sent on them, and faults that a test wants there.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.testkit.probe;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
