/**
 * One migrator at a time: a lock that a session holds where the database has such locks, else a leased row. It knows a connection of its own, and nothing of migrations.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.migrate.lock;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
