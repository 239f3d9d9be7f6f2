package dev.ilana.schema.ddl;

import dev.ilana.schema.definition.ColumnChange.RenameColumn;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.Computed;
import java.util.List;

/** Columns of H2. */
final class H2Columns extends StandardColumns {

    H2Columns(Identifiers names, TypeGrammar types) {
        super(names, types);
    }

    @Override
    String rename(RenameColumn rename) {
        return names().alter(rename.table()) + " alter column " + names().quoted(rename.column()) + " rename to "
                + names().quoted(rename.newName());
    }

    /** A plain string would become a JSON string. */
    @Override
    String literalDefault(ColumnType type, String literal) {
        return type == Plain.JSON ? "json " + literal : literal;
    }

    /** All are stored. */
    @Override
    String storage(Computed computed) {
        return "";
    }

    @Override
    List<String> statements(String alterTable, List<String> actions) {
        return actions.stream().map(action -> alterTable + " " + action).toList();
    }

    @Override
    String retype(ColumnDefinition column) {
        return "set data type " + type(column);
    }

    /** The column defined anew; to count up is never to be null. */
    @Override
    String counting(ColumnDefinition column) {
        return type(column) + autoIncrement(column);
    }
}
