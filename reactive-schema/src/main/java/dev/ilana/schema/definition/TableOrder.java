package dev.ilana.schema.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables in an order in which each stands behind those that its foreign keys reference: that of making and filling
 * them, and backwards that of emptying and dropping them. Where the keys leave a choice, the tables keep the order they
 * were given in.
 *
 * <p>Keys that lead back to where they began leave no such order. The tables of such a cycle stand together, in an order
 * in which only keys that may be null lead to a table behind, where there is one; else the first of them begins.
 * A table that references itself alone is no cycle.
 */
public final class TableOrder {

    private final List<TableDefinition> tables;
    private final List<List<QualifiedName>> cycles;
    private final Map<QualifiedName, Integer> places;

    private TableOrder(List<TableDefinition> tables, List<List<QualifiedName>> cycles) {
        this.tables = List.copyOf(tables);
        this.cycles = List.copyOf(cycles);
        this.places = new LinkedHashMap<>();
        tables.forEach(table -> places.put(table.name(), places.size()));
    }

    /** Those tables in order. A key that references a table which is not among them counts for nothing. */
    public static TableOrder of(Collection<TableDefinition> tables) {
        Map<QualifiedName, TableDefinition> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        TableReferences references = TableReferences.of(byName.values());
        TableReferences required = TableReferences.required(byName.values());
        Set<QualifiedName> placed = new LinkedHashSet<>();
        List<List<QualifiedName>> cycles = new ArrayList<>();
        Set<QualifiedName> left = new LinkedHashSet<>(byName.keySet());
        while (!left.isEmpty()) {
            references.free(left).ifPresentOrElse(placed::add, () -> {
                List<QualifiedName> cycle = references.cycle(left);
                cycles.add(cycle);
                placed.addAll(unwound(cycle, required));
            });
            left.removeAll(placed);
        }
        return new TableOrder(placed.stream().map(byName::get).toList(), cycles);
    }

    /** The tables of a cycle, in the order of the keys that are never null, as far as there is one. */
    private static Set<QualifiedName> unwound(List<QualifiedName> cycle, TableReferences required) {
        Set<QualifiedName> left = new LinkedHashSet<>(cycle);
        Set<QualifiedName> placed = new LinkedHashSet<>();
        while (!left.isEmpty()) {
            QualifiedName next = required.free(left).orElseGet(left.iterator()::next);
            placed.add(next);
            left.remove(next);
        }
        return placed;
    }

    /** The tables, each behind those it references. */
    public List<TableDefinition> tables() {
        return tables;
    }

    /** The tables, each before those it references. */
    public List<TableDefinition> reversed() {
        List<TableDefinition> reversed = new ArrayList<>(tables);
        Collections.reverse(reversed);
        return List.copyOf(reversed);
    }

    /** The groups of tables whose keys lead from each of them to each other; none where there is a true order. */
    public List<List<QualifiedName>> cycles() {
        return cycles;
    }

    /**
     * The keys of that table which lead to a table behind it: they can be made and kept only when that one is there too.
     * Empty for a table that is not among these.
     */
    public List<ForeignKeyDefinition> forward(QualifiedName table) {
        Integer place = places.get(table);
        return place == null
                ? List.of()
                : tables.get(place).foreignKeys().stream()
                        .filter(key -> places.getOrDefault(key.referencedTable(), -1) > place)
                        .toList();
    }
}
