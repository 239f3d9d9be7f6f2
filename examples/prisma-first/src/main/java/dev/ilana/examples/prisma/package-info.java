/** A service of a Prisma file: its tables, its models and their relations, without a class for any. Start at {@code Records}. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.prisma;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
