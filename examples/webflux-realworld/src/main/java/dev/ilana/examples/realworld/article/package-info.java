/** What they write, its tags, and whom it pleases. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.realworld.article;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
