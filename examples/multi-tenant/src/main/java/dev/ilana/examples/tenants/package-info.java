/** Tenants whose rows, or whose tables, are their own. Start at {@code MultiTenant}. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.tenants;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
