/**
 * Queries over rows, without models: the fluent words every query shares, and what {@code DB.table} answers with.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.query;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
