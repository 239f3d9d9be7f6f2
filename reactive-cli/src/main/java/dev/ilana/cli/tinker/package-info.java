/**
 * The shell: what is typed or given as a file is run by JShell in this process, and what it gives is awaited and shown.
 * {@code TinkerCommand} knows neither JShell nor JLine, so that the other commands load none of their classes.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.cli.tinker;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
