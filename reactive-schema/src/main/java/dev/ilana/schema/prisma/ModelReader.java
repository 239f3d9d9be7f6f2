package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.prisma.syntax.Line;
import dev.ilana.schema.prisma.syntax.Line.Block;
import dev.ilana.schema.prisma.syntax.Line.Field;
import dev.ilana.schema.prisma.syntax.PrismaFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a model. */
final class ModelReader {

    private static final List<String> ATTRIBUTES =
            List.of("id", "unique", "index", "fulltext", "map", "ignore", "schema");

    private final Declarations declarations;
    private final FieldReader columns;

    ModelReader(Declarations declarations) {
        this.declarations = declarations;
        this.columns = new FieldReader(declarations);
    }

    /** @param comment what the file says of it; null for nothing */
    ReadModel read(Block block, @Nullable String comment) {
        Attributes attributes = Attributes.of(block.attributes(), "a model", ATTRIBUTES);
        String model = block.name().text();
        Map<String, ColumnField> fields = new LinkedHashMap<>();
        List<RelationField> relations = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < block.lines().size(); i++) {
            Line line = block.lines().get(i);
            if (!(line instanceof Field field)) {
                continue;
            }
            String name = field.name().text();
            if (!names.add(name)) {
                throw Malformed.at(field.name().position(), "the model has a field of this name already");
            } else if (isRelation(field)) {
                relations.add(RelationFieldReader.read(model, field));
            } else {
                ColumnField column = columns.read(field, PrismaFile.documentation(block.lines(), i, field.comment()));
                if (!taken.add(column.column())) {
                    throw Malformed.at(
                            field.name().position(), "another field is the column \"" + column.column() + "\" already");
                }
                fields.put(name, column);
            }
        }
        if (fields.isEmpty()) {
            throw Malformed.at(block.name().position(), "a model needs at least one field that is a column");
        }
        QualifiedName table = declarations.databaseName(block.name(), "model", attributes);
        boolean ignored = attributes.flag("ignore");
        Set<String> relationNames = new HashSet<>();
        relations.forEach(relation -> relationNames.add(relation.name().text()));
        Keys keys = new KeyReader(declarations.rules(), table.name(), fields, relationNames)
                .read(block, attributes, !ignored);
        return new ReadModel(block.name(), table, fields, relations, keys, ignored, comment);
    }

    private boolean isRelation(Field field) {
        return !field.type().unsupported()
                && declarations.models().contains(field.type().name().text());
    }
}
