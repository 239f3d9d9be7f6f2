/**
 * Migrations, the order they run in, and the table that remembers which have run. A migration is known by its class's name alone.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.migrate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
