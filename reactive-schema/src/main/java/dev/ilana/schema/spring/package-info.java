/**
 * How migrations live in Spring Boot: those that are beans make a migrator, which may run as the application starts, and whose
 * pending ones are told with its health. Its classes are needed by who uses this room alone.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.spring;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
