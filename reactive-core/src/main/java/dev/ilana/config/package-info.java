/**
 * What a program is told from outside: files, the environment and code, read into one tree of settings that know where they were said. What a setting is for is not known here.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.config;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
