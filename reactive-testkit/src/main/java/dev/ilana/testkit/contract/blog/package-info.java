/**
 * The models that the contract tests use: a blog. Written as a user would write them.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.testkit.contract.blog;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
