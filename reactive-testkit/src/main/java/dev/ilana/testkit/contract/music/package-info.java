/** A label, its bands and what they play: models with relations of every kind. */
@NullMarked
@CheckReturnValue
package dev.ilana.testkit.contract.music;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
