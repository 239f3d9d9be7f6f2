/**
 * The text of a Prisma file: cut into tokens, read into a tree of records that know their places, and laid out again as
 * {@code prisma format} does. What the words mean is no matter here.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.prisma.syntax;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
