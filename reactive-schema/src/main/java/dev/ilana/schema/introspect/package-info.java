/**
 * What a live database has, read from its catalog into definitions. One small class a database knows where its catalog
 * keeps what; how it spells types and defaults is read next to it.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.introspect;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
