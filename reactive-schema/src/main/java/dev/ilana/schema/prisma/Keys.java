package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.IndexDefinition;
import java.util.List;
import java.util.Set;

/**
 * The primary key, the unique constraints and the indexes of a model.
 *
 * @param id the fields of the primary key; none where there is none
 * @param unique the fields that are unique together, those of the primary key among them
 */
record Keys(List<IndexDefinition> indexes, List<String> id, Set<Set<String>> unique) {

    Keys {
        indexes = List.copyOf(indexes);
        id = List.copyOf(id);
        unique = Set.copyOf(unique);
    }

    boolean areUnique(List<String> fields) {
        return unique.contains(Set.copyOf(fields));
    }
}
