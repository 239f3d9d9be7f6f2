package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TableOptions;
import dev.ilana.schema.prisma.syntax.Line;
import dev.ilana.schema.prisma.syntax.Line.Block;
import dev.ilana.schema.prisma.syntax.Line.Keyword;
import dev.ilana.schema.prisma.syntax.PrismaFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what a file means for a database: first each model by itself, then their relations. */
final class SchemaReader {

    private final Declarations declarations;
    private final Map<String, ReadModel> models = new LinkedHashMap<>();
    private final Relations relations;

    SchemaReader(PrismaFile file, PrismaProvider provider, @Nullable PrismaDatasource datasource) {
        DatasourceReader.checkGenerators(file);
        this.declarations = Declarations.of(file, provider, datasource);
        readModels(file);
        this.relations = RelationResolver.resolve(declarations, models);
        requireOwnTables();
        requireOwnIndexes();
    }

    private void readModels(PrismaFile file) {
        ModelReader reader = new ModelReader(declarations);
        List<Line> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof Block block && block.keyword() == Keyword.MODEL) {
                models.put(block.name().text(), reader.read(block, PrismaFile.documentation(lines, i, null)));
            }
        }
    }

    private void requireOwnTables() {
        Map<QualifiedName, ReadModel> tables = new HashMap<>();
        for (ReadModel model : models.values()) {
            ReadModel other = tables.put(model.table(), model);
            if (other != null) {
                throw Malformed.at(
                        model.name().position(),
                        "\"" + model.table() + "\" is the table of "
                                + other.name().text() + " already");
            }
        }
        for (TableDefinition join : relations.joins()) {
            ReadModel model = tables.get(join.name());
            if (model != null) {
                throw Malformed.at(
                        model.name().position(), "\"" + join.name() + "\" is the table of a relation already");
            }
        }
    }

    /** Where a schema can't have two indexes of one name. */
    private void requireOwnIndexes() {
        if (!declarations.rules().schemaWideIndexes()) {
            return;
        }
        Map<String, ReadModel> names = new HashMap<>();
        for (ReadModel model : models.values()) {
            model.keys().indexes().forEach(index -> {
                ReadModel other = names.put(model.table().schema() + " " + index.name(), model);
                if (other != null && !other.table().equals(model.table())) {
                    throw Malformed.at(
                            model.name().position(),
                            "a key of " + other.name().text() + " has the name \"" + index.name()
                                    + "\" already; say map: \"…\"");
                }
            });
        }
    }

    List<PrismaEnum> enums() {
        return List.copyOf(declarations.enums().values());
    }

    List<PrismaModel> models() {
        return models.values().stream()
                .map(model -> new PrismaModel(
                        model.name().text(),
                        model.table(),
                        model.fields().values().stream().map(ColumnField::field).toList(),
                        relations.of(model),
                        model.keys().id(),
                        model.ignored(),
                        model.comment()))
                .toList();
    }

    SchemaDefinition definition() {
        List<TableDefinition> tables = new ArrayList<>();
        models.values().forEach(model -> tables.add(table(model)));
        tables.addAll(relations.joins());
        List<EnumDefinition> enums = declarations.rules().enumTypes()
                ? declarations.enums().values().stream()
                        .map(one -> new EnumDefinition(one.type(), one.stored()))
                        .toList()
                : List.of();
        return new SchemaDefinition(tables, enums);
    }

    private TableDefinition table(ReadModel model) {
        return Malformed.placed(
                model.name().position(),
                () -> new TableDefinition(
                        model.table(),
                        model.fields().values().stream()
                                .map(ColumnField::definition)
                                .toList(),
                        model.keys().indexes(),
                        relations.keysOf(model),
                        List.of(),
                        TableOptions.NONE,
                        model.comment()));
    }
}
