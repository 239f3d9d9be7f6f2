/**
 * The hub: tables, columns, indexes and foreign keys as immutable records, and the changes between them. Whoever describes a schema writes these, whoever acts on one reads them, and neither knows the other.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.definition;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
