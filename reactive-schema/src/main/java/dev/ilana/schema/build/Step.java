package dev.ilana.schema.build;

import dev.ilana.schema.definition.ColumnChange.ChangeColumn;
import dev.ilana.schema.definition.ColumnChange.Position;
import dev.ilana.schema.definition.OnlineChange;
import dev.ilana.schema.definition.OnlineChange.Algorithm;
import dev.ilana.schema.definition.OnlineChange.Lock;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.introspect.PresentColumn;
import org.jspecify.annotations.Nullable;

/** One step of a table's change. */
sealed interface Step {

    /** A change that is known whatever the table looks like. */
    record Known(SchemaChange change) implements Step {}

    /** A change of a column, which keeps what it does not name: the column as it is decides what it becomes. */
    record Keeping(
            QualifiedName table,
            ToldColumn column,
            @Nullable Online online) implements Step {

        SchemaChange change(PresentColumn present) {
            Position position = column.position();
            SchemaChange change = new ChangeColumn(
                    table, present.definition(), column.changed(present.definition()), present.typeCheck(), position);
            return online == null ? change : online.of(change);
        }
    }

    /** How much a change may stand in the way. */
    record Online(@Nullable Algorithm algorithm, @Nullable Lock lock) {

        SchemaChange of(SchemaChange change) {
            return new OnlineChange(change, algorithm, lock);
        }
    }
}
