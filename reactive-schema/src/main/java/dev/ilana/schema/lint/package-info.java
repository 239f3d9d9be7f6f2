/**
 * Finds what is unsafe in the statements of a change, and says what to do instead. It reads SQL, as the builder's changes and a person's own statements both end as that, and knows no database but by its name.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.lint;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
