/**
 * The code that the pages of {@code docs/} show: compiled, run, and held equal to the pages. It is written as a user would
 * write it, without our own rules about unused results.
 */
@NullMarked
package dev.ilana.testkit.docs;

import org.jspecify.annotations.NullMarked;
