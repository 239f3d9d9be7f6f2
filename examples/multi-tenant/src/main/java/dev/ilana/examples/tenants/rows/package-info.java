/** All tenants share the tables, and a column says whose a row is. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.tenants.rows;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
