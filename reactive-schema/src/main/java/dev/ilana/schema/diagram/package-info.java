/**
 * Drawings of a schema: its definition in the languages of diagrams, Mermaid and DBML. How each writes a name or a text, so
 * that nothing in it ends its place, is a class of its own; what a key means is read once for both.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.diagram;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
