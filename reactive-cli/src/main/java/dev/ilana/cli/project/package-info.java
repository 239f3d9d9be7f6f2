/** What belongs to the user's project: its settings, its files, and its migrations, seeders and models as they are found, compiled and loaded. */
@NullMarked
@CheckReturnValue
package dev.ilana.cli.project;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
