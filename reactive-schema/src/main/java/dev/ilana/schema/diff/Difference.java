package dev.ilana.schema.diff;

import dev.ilana.dialect.Dialect;
import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaDefinition;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What makes one schema another.
 *
 * @param dialect the database that it is for
 * @param changes in an order in which they can be made
 * @param withheld what differs too, but stays, as nobody asked to have it dropped
 */
public record Difference(Dialect dialect, List<SchemaChange> changes, List<Withheld> withheld) {

    public Difference {
        changes = List.copyOf(changes);
        withheld = List.copyOf(withheld);
    }

    /** True when nothing differs, nor is withheld. */
    public boolean isEmpty() {
        return changes.isEmpty() && withheld.isEmpty();
    }

    /** The tables that are changed, but those that are new, by the names that they have before. */
    public Set<QualifiedName> tables() {
        return ChangedSchema.tables(changes);
    }

    /**
     * What takes these changes back: what was dropped is made again, without its rows, and what is withheld stays as it is.
     *
     * @param before the schema in which the difference was found, with all of {@link #tables()}
     */
    public Difference back(SchemaDefinition before) {
        return SchemaComparison.of(
                        dialect,
                        ChangedSchema.of(before, changes),
                        before,
                        Renames.of(changes).inverse())
                .difference(EnumSet.allOf(Drop.class), TypeCheckNames.ofConvention(dialect));
    }

    /**
     * The statements that make the changes, in their order.
     *
     * @throws dev.ilana.error.UnsupportedFeatureException when the database can't have one of them
     */
    public List<String> statements() {
        DdlGrammar grammar = DdlGrammar.of(dialect);
        return changes.stream()
                .flatMap(change -> grammar.statements(change).stream())
                .toList();
    }

    /** A line for each change, as people read it, and one for what is withheld: {@code + column "users"."age" integer}. */
    public List<String> lines() {
        return new DifferenceText(DdlGrammar.of(dialect).spelling()).lines(this);
    }
}
