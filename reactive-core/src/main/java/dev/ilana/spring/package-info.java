/**
 * How databases live in Spring: statements join its transactions, and Spring Boot makes a database of its settings and tells
 * its health. Its classes are needed by who uses this room alone.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.spring;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
