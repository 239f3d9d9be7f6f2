/** The commands {@code schema:}, which hold what a database has against what is wanted of it, and write either down. */
@NullMarked
@CheckReturnValue
package dev.ilana.cli.schema;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
