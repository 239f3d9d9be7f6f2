/**
 * The code that a project has for its databases: where it is, compiled when it must be, and the migrations, seeders and models in it.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.cli.code;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
