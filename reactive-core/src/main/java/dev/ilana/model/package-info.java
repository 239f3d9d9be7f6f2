/**
 * Models: tables of typed columns, attributes that know what changed, and queries that answer with models. What relates two models is known here only in the abstract.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
