/**
 * Rows that a database begins with: seeders, which are code, and plans of declared rows, which order themselves by foreign keys.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.seed;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
