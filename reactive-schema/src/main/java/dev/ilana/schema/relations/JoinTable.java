package dev.ilana.schema.relations;

import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A table of nothing but two foreign keys to primary keys, each pair once: it relates many rows to many. */
record JoinTable(TableDefinition table, ForeignKeyDefinition one, ForeignKeyDefinition other) {

    /** The table as one, when it is. */
    static Optional<JoinTable> of(TableDefinition table, Map<QualifiedName, TableDefinition> all) {
        List<ForeignKeyDefinition> keys = table.foreignKeys();
        if (keys.size() != 2 || !isOfPrimary(keys.get(0), all) || !isOfPrimary(keys.get(1), all)) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>(keys.get(0).columns());
        columns.addAll(keys.get(1).columns());
        Set<String> distinct = new HashSet<>(columns);
        boolean isPairs = distinct.size() == columns.size()
                && distinct.size() == table.columns().size()
                && table.areUnique(columns);
        return isPairs ? Optional.of(new JoinTable(table, keys.get(0), keys.get(1))) : Optional.empty();
    }

    private static boolean isOfPrimary(ForeignKeyDefinition key, Map<QualifiedName, TableDefinition> all) {
        TableDefinition referenced = all.get(key.referencedTable());
        return referenced != null
                && referenced
                        .primaryKey()
                        .filter(primary -> Set.copyOf(primary.columns()).equals(Set.copyOf(key.referencedColumns())))
                        .isPresent();
    }
}
