package dev.ilana.schema.ddl;

import dev.ilana.dialect.Capability;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.schema.definition.ColumnChange.ChangeColumn;
import dev.ilana.schema.definition.ColumnDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Columns of databases that change one by an action for each thing that differs, as the SQL standard does. */
abstract class StandardColumns extends ColumnGrammar {

    StandardColumns(Identifiers names, TypeGrammar types) {
        super(names, types);
    }

    /** The statements of the actions, each of which can stand behind ALTER TABLE and the table's name. */
    abstract List<String> statements(String alterTable, List<String> actions);

    /** What gives a column its new type, after ALTER COLUMN and its name. */
    abstract String retype(ColumnDefinition column);

    /** What makes a column count up, after ALTER COLUMN and its name. */
    abstract String counting(ColumnDefinition column);

    @Override
    final List<String> change(ChangeColumn change) {
        requirePossible(change);
        ColumnDefinition to = change.to();
        String oldCheck = change.typeCheck();
        boolean rechecked = !Objects.equals(condition(change.from()), condition(to));
        List<String> actions = new ArrayList<>();
        if (oldCheck != null && rechecked) {
            actions.add("drop constraint " + names().quoted(oldCheck));
        }
        for (String action : actions(change.from(), to)) {
            actions.add("alter column " + names().quoted(to.name()) + " " + action);
        }
        String newCheck = addedTypeCheck(change.table(), to);
        if (newCheck != null && rechecked) {
            actions.add("add " + newCheck);
        }
        List<String> statements =
                new ArrayList<>(actions.isEmpty() ? List.of() : statements(names().alter(change.table()), actions));
        if (!Objects.equals(change.from().comment(), to.comment())) {
            statements.add(commentOn(change.table(), to));
        }
        return statements;
    }

    private List<String> actions(ColumnDefinition from, ColumnDefinition to) {
        boolean retyped = !type(from).equals(type(to));
        String newDefault = defaultValue(to);
        boolean redefaulted = retyped || !Objects.equals(defaultValue(from), newDefault);
        List<String> actions = new ArrayList<>();
        if (from.autoIncrement() && !to.autoIncrement()) {
            actions.add("drop identity");
        }
        // An old default that can't become the new type would stand in its way.
        if (from.defaultValue() != null && redefaulted) {
            actions.add("drop default");
        }
        if (retyped) {
            actions.add(retype(to));
        }
        if (newDefault != null && redefaulted) {
            actions.add("set default " + newDefault);
        }
        if (from.currentOnUpdate() != to.currentOnUpdate()) {
            actions.add(to.currentOnUpdate() ? "set" + onUpdateClause(to) : "drop on update");
        }
        if (from.nullable() != to.nullable()) {
            actions.add(to.nullable() ? "drop not null" : "set not null");
        }
        if (to.autoIncrement() && !from.autoIncrement()) {
            actions.add(counting(to));
        }
        return actions;
    }

    private void requirePossible(ChangeColumn change) {
        if (change.position() != null) {
            dialect().require(Capability.COLUMN_PLACE, "name the columns in the order you want when you query");
        }
        if (!Objects.equals(change.from().computed(), change.to().computed())) {
            throw new UnsupportedFeatureException(
                    dialect().name(),
                    "change of what a column is computed from",
                    "drop column \"" + change.to().name() + "\" and add it again");
        }
    }

    private @Nullable String condition(ColumnDefinition column) {
        return types().condition(names().quoted(column.name()), column.type());
    }
}
