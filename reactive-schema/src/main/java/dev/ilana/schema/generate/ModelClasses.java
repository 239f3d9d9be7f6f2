package dev.ilana.schema.generate;

import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.relations.Nouns;
import dev.ilana.schema.relations.TableRelations;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The classes of all tables of a definition, each of a name of its own. */
final class ModelClasses {

    private final Map<String, ModelClass> byTable = new LinkedHashMap<>();

    private ModelClasses(SchemaDefinition schema) {
        Map<QualifiedName, String> names = names(schema.tables());
        TableRelations relations = TableRelations.of(schema);
        for (TableDefinition table : schema.tables()) {
            QualifiedName name = table.name();
            byTable.put(
                    name.toString(),
                    new ModelClass(
                            table,
                            Objects.requireNonNull(names.get(name), "each table has one"),
                            names.values(),
                            relations.of(name),
                            referenced(schema, name)));
        }
    }

    static ModelClasses of(SchemaDefinition schema) {
        return new ModelClasses(schema);
    }

    Collection<ModelClass> all() {
        return byTable.values();
    }

    /** The class of the table of that name, with its schema where it has one. */
    ModelClass of(String table) {
        return Objects.requireNonNull(byTable.get(table), "relations are among tables of the definition");
    }

    /** A row's name; that with its schema, or the table's, where another has it; at last with a number. */
    private static Map<QualifiedName, String> names(List<TableDefinition> tables) {
        TakenNames taken = TakenNames.ofFiles();
        Map<QualifiedName, String> names = new LinkedHashMap<>();
        for (TableDefinition table : tables) {
            QualifiedName name = table.name();
            String row = unlikeOurs(JavaNames.type(Nouns.singular(name.name())));
            String ofSchema = name.schema() == null ? row : JavaNames.type(name.schema()) + row;
            names.put(name, taken.free(row, ofSchema, unlikeOurs(JavaNames.type(name.name())), ofSchema));
        }
        return names;
    }

    private static String unlikeOurs(String name) {
        return ModelVocabulary.TYPES.contains(name) || name.equals("UUID") ? name + "Model" : name;
    }

    private static Set<List<String>> referenced(SchemaDefinition schema, QualifiedName table) {
        Set<List<String>> all = new LinkedHashSet<>();
        schema.tables().stream()
                .flatMap(other -> other.foreignKeys().stream())
                .filter(key -> key.referencedTable().equals(table))
                .map(ForeignKeyDefinition::referencedColumns)
                .filter(columns -> columns.size() > 1)
                .forEach(all::add);
        return all;
    }
}
