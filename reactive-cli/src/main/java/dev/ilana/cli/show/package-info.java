/** The commands that only look: at a database, at a table, at the project, and whether all is well. */
@NullMarked
@CheckReturnValue
package dev.ilana.cli.show;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
