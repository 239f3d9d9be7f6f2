/**
 * Schemas that are ensured: what is registered is held against the database, which is changed until it has it, under the lock of
 * the migrators and with a history of its own.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.ensure;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
