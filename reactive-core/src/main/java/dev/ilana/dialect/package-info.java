/**
 * One class a database: how it spells a statement, carries a value and means an error. A new database touches its own classes here and nothing elsewhere.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.dialect;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
