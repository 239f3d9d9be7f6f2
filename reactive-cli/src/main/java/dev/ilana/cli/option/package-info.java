/** The options that commands share, and what they come to: a project, a database that is opened for a command, the consent of a person. */
@NullMarked
@CheckReturnValue
package dev.ilana.cli.option;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
