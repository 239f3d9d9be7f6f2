/** What is written and read at the terminal: lines or JSON, tables, questions, the errors that are for a person, and the exit codes that are for a script. */
@NullMarked
@CheckReturnValue
package dev.ilana.cli.console;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
