package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.prisma.syntax.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All relations of a file, as they are gathered: what each model has of others, and what the database has for it. */
final class Relations {

    /** By the model, then by the field. */
    private final Map<String, Map<String, PrismaRelation>> byField = new HashMap<>();

    private final Map<String, List<ForeignKeyDefinition>> keys = new HashMap<>();
    private final Map<QualifiedName, TableDefinition> joins = new LinkedHashMap<>();

    void add(String model, PrismaRelation relation) {
        byField.computeIfAbsent(model, name -> new HashMap<>()).put(relation.field(), relation);
    }

    void addKey(RelationField owner, ForeignKeyDefinition key) {
        List<ForeignKeyDefinition> others = keys.computeIfAbsent(owner.model(), name -> new ArrayList<>());
        if (others.stream()
                .anyMatch(other -> Optional.ofNullable(other.name()).equals(Optional.ofNullable(key.name())))) {
            throw Malformed.at(
                    owner.name().position(),
                    "the model has a foreign key \"" + key.name() + "\" already; say map: \"…\"");
        }
        others.add(key);
    }

    void addJoin(Name field, TableDefinition table) {
        if (joins.put(table.name(), table) != null) {
            throw Malformed.at(
                    field.position(), "the table \"" + table.name() + "\" is there for another relation already");
        }
    }

    /** What the model has of others, in the order of its fields. */
    List<PrismaRelation> of(ReadModel model) {
        Map<String, PrismaRelation> fields = byField.getOrDefault(model.name().text(), Map.of());
        return model.relations().stream()
                .flatMap(field -> Optional.ofNullable(fields.get(field.name().text())).stream())
                .toList();
    }

    List<ForeignKeyDefinition> keysOf(ReadModel model) {
        return keys.getOrDefault(model.name().text(), List.of());
    }

    /** The tables that no model describes. */
    List<TableDefinition> joins() {
        return List.copyOf(joins.values());
    }
}
