/** Migrations drafted from a database and the schema that it is to have: what makes it so, and what takes exactly that back. */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.draft;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
