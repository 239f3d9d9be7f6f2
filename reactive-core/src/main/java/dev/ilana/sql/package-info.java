/**
 * Statements as immutable values: what is asked, before any database has its say. No I/O and no rendering happens here.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.sql;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
