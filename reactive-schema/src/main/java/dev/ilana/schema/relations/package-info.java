/**
 * What foreign keys mean: the relations of tables, and the names by which programs call them. It knows definitions, and neither
 * models nor sources.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.relations;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
