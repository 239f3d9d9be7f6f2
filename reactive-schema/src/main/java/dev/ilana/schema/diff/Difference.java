package dev.ilana.schema.diff;

import dev.ilana.dialect.Dialect;
import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.definition.SchemaChange;
import java.util.List;

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
