/**
 * Real databases for tests: one server per kind and JVM, found in the environment, in Docker or started from binaries.
 * A test asks {@link dev.ilana.testkit.database.TestServers} for a server and takes a fresh, empty database from it.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.testkit.database;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
