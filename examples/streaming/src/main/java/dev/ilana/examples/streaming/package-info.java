/** A large table over HTTP, in bounded memory however slow the client is. Start at {@code ExportServer}. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.streaming;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
