/**
 * A schema with its history as one SQL file. It is written from the catalog and read back for an empty database, which then
 * needs none of the migrations that led to it.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.migrate.dump;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
