/**
 * What models say of their tables, as a schema that a database can be held against: their columns, keys, declared indexes and
 * the foreign keys of what they belong to.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.models;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
