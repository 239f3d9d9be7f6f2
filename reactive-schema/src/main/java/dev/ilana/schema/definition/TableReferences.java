package dev.ilana.schema.definition;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Which other tables each table references. */
record TableReferences(Map<QualifiedName, Set<QualifiedName>> referenced) {

    static TableReferences of(Collection<TableDefinition> tables) {
        return by(tables, (table, key) -> true);
    }

    /** The references by keys of which no column may be null: a row can't be there before what it references. */
    static TableReferences required(Collection<TableDefinition> tables) {
        return by(
                tables,
                (table, key) -> key.columns().stream()
                        .flatMap(name -> table.column(name).stream())
                        .noneMatch(ColumnDefinition::nullable));
    }

    private static TableReferences by(
            Collection<TableDefinition> tables, BiPredicate<TableDefinition, ForeignKeyDefinition> which) {
        Map<QualifiedName, Set<QualifiedName>> referenced = new LinkedHashMap<>();
        for (TableDefinition table : tables) {
            referenced.put(
                    table.name(),
                    table.foreignKeys().stream()
                            .filter(key -> which.test(table, key))
                            .map(ForeignKeyDefinition::referencedTable)
                            .filter(other -> !other.equals(table.name()))
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        return new TableReferences(referenced);
    }

    /** The first of those tables that references none of the others; empty when there is none. */
    Optional<QualifiedName> free(Set<QualifiedName> left) {
        return left.stream()
                .filter(table -> of(table).stream().noneMatch(left::contains))
                .findFirst();
    }

    /**
     * Tables that reference each other and none else of those, in the order of those; there are such when none of those
     * is {@link #free}: the fewest that can be reached are such, since none of them leads out.
     */
    List<QualifiedName> cycle(Set<QualifiedName> left) {
        Set<QualifiedName> cycle = left.stream()
                .map(table -> reached(table, left))
                .min(Comparator.comparingInt(Set::size))
                .orElseThrow();
        return left.stream().filter(cycle::contains).toList();
    }

    private Set<QualifiedName> reached(QualifiedName from, Set<QualifiedName> left) {
        Set<QualifiedName> reached = new LinkedHashSet<>();
        Deque<QualifiedName> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (QualifiedName next : of(open.remove())) {
                if (left.contains(next) && reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private Set<QualifiedName> of(QualifiedName table) {
        return referenced.getOrDefault(table, Set.of());
    }
}
