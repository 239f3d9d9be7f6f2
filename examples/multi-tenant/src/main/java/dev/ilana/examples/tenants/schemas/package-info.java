/** Each tenant has the tables in a schema of its own. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.tenants.schemas;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
