/**
 * The command {@code ilana-r}: the list of its commands, and what is said when one fails. Its rooms have one small class a
 * command, which reads options, calls the library and prints what it says. The only place that blocks, loads classes by
 * name and knows the process it runs in.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
