/** The commands {@code make:}, and {@code setup}: they write files for a person to go on with; and the stubs those are made of. */
@NullMarked
@CheckReturnValue
package dev.ilana.cli.make;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
