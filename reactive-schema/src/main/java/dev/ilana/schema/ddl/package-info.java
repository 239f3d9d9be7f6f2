/**
 * Changes to SQL, one grammar a database. Every word, type and quote of DDL that differs between databases is here and nowhere else.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.ddl;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
