/**
 * Models without a class: the tables of a Prisma file, or of any definition such as that of a live database, as tables of
 * {@link dev.ilana.schema.dynamic.DynamicModel}s with their relations. The two sources are read into one form; a table of
 * the core is made of that.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.dynamic;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
