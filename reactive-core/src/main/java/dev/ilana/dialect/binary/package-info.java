/** How PostgreSQL has values inside, which is how a COPY sends them and how its driver is taught to read those that rows are full of. */
@NullMarked
@CheckReturnValue
package dev.ilana.dialect.binary;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
