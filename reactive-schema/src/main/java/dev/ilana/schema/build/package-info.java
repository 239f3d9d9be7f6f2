/**
 * How a person describes a schema: {@link dev.ilana.schema.build.Schema} and the blueprints its lambdas fill in. What comes out is definitions and changes; the words end here.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.build;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
