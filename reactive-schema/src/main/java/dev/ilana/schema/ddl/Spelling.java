package dev.ilana.schema.ddl;

import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.SequenceDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What one database is told of parts of a definition. Two parts that are spelled alike are one and the same there, whatever
 * they are elsewhere: PostgreSQL has one type for texts of every length.
 */
public final class Spelling {

    private final Identifiers names;
    private final ColumnGrammar columns;
    private final ConstraintGrammar constraints;
    private final SequenceGrammar sequences;

    Spelling(Identifiers names, ColumnGrammar columns, ConstraintGrammar constraints, SequenceGrammar sequences) {
        this.names = names;
        this.columns = columns;
        this.constraints = constraints;
        this.sequences = sequences;
    }

    /** The column's type, with the condition that holds it to the type where the type itself does not. */
    public String type(ColumnDefinition column) {
        TypeGrammar types = columns.types();
        String condition = types.condition(names.quoted(column.name()), column.type());
        return types.type(column.type()) + (condition == null ? "" : " check (" + condition + ")");
    }

    /** What stands after DEFAULT; null when the column has none. */
    public @Nullable String defaultValue(ColumnDefinition column) {
        return columns.defaultValue(column);
    }

    /** The condition of a check. */
    public String condition(CheckDefinition check) {
        return constraints.condition(check.rule());
    }

    /** Whether a check keeps, as casts, the types that its columns had when it was made. */
    public boolean keepsTypesInChecks() {
        return constraints.keepsTypesInChecks();
    }

    /** What the action is here: where a database does not tell two of them apart, they are one. */
    public ReferentialAction action(ReferentialAction action) {
        return constraints.kept(action);
    }

    /** All that is true of the sequence but its name; of its cache only what is said. */
    public String options(SequenceDefinition sequence) {
        return sequences.options(sequence);
    }

    /** The name of a key: its own, or the one it is given. */
    public String name(QualifiedName table, IndexDefinition index) {
        return names.of(table, index);
    }

    /** The name of a foreign key: its own, or the one it is given. */
    public String name(QualifiedName table, ForeignKeyDefinition key) {
        return names.of(table, key);
    }

    /** The name of a check: its own, or the one it is given. */
    public String name(QualifiedName table, CheckDefinition check) {
        return names.of(table, check);
    }
}
