/**
 * The everyday work on one table, a method each, for applications that keep their queries in services and their models
 * thin. It says nothing that a query does not.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.service;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
