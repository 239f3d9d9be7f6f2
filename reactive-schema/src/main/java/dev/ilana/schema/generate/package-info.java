/**
 * Java source written from definitions: migrations from what differs between two of them, models from the tables of one. It reads records and gives text; neither a database nor a file is touched.
 */
@NullMarked
@CheckReturnValue
package dev.ilana.schema.generate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
