/** The models that contracts of keys, states and hooks are about: a club, its members and their accounts. */
@NullMarked
@CheckReturnValue
package dev.ilana.testkit.contract.club;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
