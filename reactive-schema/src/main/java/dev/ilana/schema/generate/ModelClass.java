package dev.ilana.schema.generate;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.relations.RelationPlan;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The class of a table's model: what all that is in it is called. No two things in it have the same name, whatever they are, and
 * none that of a class that it speaks of, so that no name hides another.
 */
final class ModelClass {

    /** The methods that ask for a relation, and that give it once it is loaded. */
    record RelationMethods(String query, String loaded) {}

    private final TableDefinition table;
    private final String name;
    private final List<String> key;
    private final List<RelationPlan> relations;
    private final TakenNames taken;
    private final String constant;
    private final Map<String, String> columns = new HashMap<>();
    private final Map<List<String>, String> keys = new LinkedHashMap<>();
    private final Map<String, String> relationConstants = new HashMap<>();
    private final Map<String, String> methods = new HashMap<>();
    private final Map<String, RelationMethods> relationMethods = new HashMap<>();
    private final Map<String, String> enums = new HashMap<>();

    /**
     * @param classes the names of all models
     * @param referenced the columns of this table that keys of several columns reference
     */
    ModelClass(
            TableDefinition table,
            String name,
            Collection<String> classes,
            List<RelationPlan> relations,
            Collection<List<String>> referenced) {
        this.table = table;
        this.name = name;
        this.key = table.identifier();
        this.relations = relations;
        Set<String> known = new HashSet<>(classes);
        known.addAll(ModelVocabulary.TYPES);
        known.addAll(ModelVocabulary.METHODS);
        known.addAll(JavaNames.KEYWORDS);
        this.taken = TakenNames.beside(known);
        this.constant = named(JavaNames.constant(table.name().name()), "_TABLE");
        nameConstants(referenced);
        nameMethods();
    }

    private void nameConstants(Collection<List<String>> referenced) {
        for (ColumnDefinition column : table.columns()) {
            columns.put(column.name(), named(JavaNames.constant(column.name()), "_COLUMN"));
        }
        if (key.size() > 1) {
            keys.put(key, taken.free("KEY", "KEY_OF_SEVERAL"));
        }
        for (RelationPlan relation : relations) {
            if (relation instanceof RelationPlan.Pointer pointer
                    && pointer.fields().size() > 1) {
                keys.computeIfAbsent(
                        pointer.fields(), fields -> taken.free(JavaNames.constant(relation.name() + "_key")));
            }
        }
        for (List<String> fields : referenced) {
            keys.computeIfAbsent(fields, them -> taken.free(JavaNames.constant(String.join("_", them) + "_key")));
        }
        for (RelationPlan relation : relations) {
            relationConstants.put(relation.name(), named(JavaNames.constant(relation.name()), "_RELATION"));
        }
    }

    private void nameMethods() {
        for (ColumnDefinition column : table.columns()) {
            methods.put(column.name(), named(JavaNames.member(column.name()), "Value"));
        }
        for (RelationPlan relation : relations) {
            relationMethods.put(
                    relation.name(),
                    new RelationMethods(
                            named(JavaNames.member(relation.name()), "Relation"),
                            named(JavaNames.member("loaded_" + relation.name()), "Relation")));
        }
        for (ColumnDefinition column : table.columns()) {
            if (column.type() instanceof Enumeration words
                    && words.values().stream().allMatch(JavaNames::isName)) {
                String type = JavaNames.type(column.name());
                enums.put(column.name(), taken.free(type, name + type));
            }
        }
    }

    private String named(String wanted, String kind) {
        return taken.free(wanted, wanted + kind);
    }

    TableDefinition table() {
        return table;
    }

    String name() {
        return name;
    }

    /** The constant of the table. */
    String constant() {
        return constant;
    }

    /** The columns by which a row is told; none where there is no such thing. */
    List<String> key() {
        return key;
    }

    List<RelationPlan> relations() {
        return relations;
    }

    /** The keys of several columns beside that of the table, with their constants. */
    Map<List<String>, String> otherKeys() {
        Map<List<String>, String> others = new LinkedHashMap<>(keys);
        others.remove(key);
        return others;
    }

    /** The constant of a column. */
    String column(String column) {
        return known(columns.get(column));
    }

    /** The constant of a column, or of several that are a key together. */
    String key(List<String> fields) {
        return fields.size() == 1 ? column(fields.get(0)) : known(keys.get(fields));
    }

    /** What the table says of several columns. */
    Chain over(String word, List<String> fields) {
        return new Chain(constant).say(word, fields.stream().map(this::column).toArray(String[]::new));
    }

    String constant(RelationPlan relation) {
        return known(relationConstants.get(relation.name()));
    }

    /** A constant for something else. */
    String another(String wanted) {
        return taken.free(wanted);
    }

    String method(String column) {
        return known(methods.get(column));
    }

    RelationMethods methods(RelationPlan relation) {
        return known(relationMethods.get(relation.name()));
    }

    /** The enum of the column's words; null where they are none, or one of them is no name in Java. */
    @Nullable String enumOf(String column) {
        return enums.get(column);
    }

    /** Whether a foreign key of the table is over that column. */
    boolean isForeign(String column) {
        return table.foreignKeys().stream()
                .map(ForeignKeyDefinition::columns)
                .flatMap(List::stream)
                .anyMatch(column::equals);
    }

    private static <T> T known(@Nullable T given) {
        return Objects.requireNonNull(given, "a definition names its own columns and relations");
    }
}
