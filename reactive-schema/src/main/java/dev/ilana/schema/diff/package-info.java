/**
 * What makes one schema another: two definitions are held against each other as a database spells them, and what differs
 * becomes changes in an order that works. A live database can be asked for its own words where two texts of SQL differ.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.diff;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
