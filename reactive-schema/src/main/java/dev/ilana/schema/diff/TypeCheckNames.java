package dev.ilana.schema.diff;

import dev.ilana.dialect.Dialect;
import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.QualifiedName;
import org.jspecify.annotations.Nullable;

/** The names of the checks that hold columns to their types. */
@FunctionalInterface
interface TypeCheckNames {

    /** The name of that column's check; null when it has none. */
    @Nullable String of(QualifiedName table, ColumnDefinition column);

    /** Those that the library gives. */
    static TypeCheckNames ofConvention(Dialect dialect) {
        return DdlGrammar.of(dialect)::typeCheck;
    }
}
