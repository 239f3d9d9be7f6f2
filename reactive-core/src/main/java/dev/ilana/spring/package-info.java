/** How databases live in Spring: statements join its transactions. Its classes are needed by who uses this room alone. */
@NullMarked
@CheckReturnValue
package dev.ilana.spring;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
