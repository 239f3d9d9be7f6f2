/**
 * Rules that values must keep before they are stored: small functions that answer with what is wrong. They know names and
 * values, and no models.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.validation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
