/**
 * What a test asserts of a database and of the statements that reach it, with messages that show what there is instead. Each
 * assertion has a form that waits and one that is a part of a chain.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.testkit.assertion;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
