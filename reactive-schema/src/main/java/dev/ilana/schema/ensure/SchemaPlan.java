package dev.ilana.schema.ensure;

import dev.ilana.schema.definition.ColumnChange.DropColumn;
import dev.ilana.schema.definition.SequenceChange.DropSequence;
import dev.ilana.schema.definition.TableChange.DropTable;
import dev.ilana.schema.diff.Difference;

/**
 * What is done to give a database the registered schema, or was.
 *
 * @param difference the changes, and what is left as it is
 * @param hash of the registered schema as this database spells it: a UUID, the same for the same
 */
public record SchemaPlan(Difference difference, String hash) {

    /** True when nothing is to be done; something may still be withheld. */
    public boolean isEmpty() {
        return difference.changes().isEmpty();
    }

    /** True when rows or values are lost by it: a table, a column or a sequence is dropped. */
    public boolean destroysData() {
        return difference.changes().stream()
                .anyMatch(change ->
                        change instanceof DropTable || change instanceof DropColumn || change instanceof DropSequence);
    }
}
