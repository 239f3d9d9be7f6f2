/**
 * Prisma files: what they say becomes definitions, and definitions become a file again. {@link
 * dev.ilana.schema.prisma.PrismaSchema} is the way in.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.prisma;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
