/** What belongs to the user's project beside its code: its settings and its files. */
@NullMarked
@CheckReturnValue
package dev.ilana.cli.project;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
