/**
 * The text of an SQL file, cut into its statements by the rules of the database that will read them. It knows strings, comments and quotes, and nothing of what statements mean.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.migrate.sql;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
