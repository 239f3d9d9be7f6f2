/** The commands that move a database along its migrations, empty it, or put in the rows that it begins with. */
@NullMarked
@CheckReturnValue
package dev.ilana.cli.migrate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
