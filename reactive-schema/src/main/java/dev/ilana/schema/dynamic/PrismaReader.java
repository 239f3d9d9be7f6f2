package dev.ilana.schema.dynamic;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.prisma.PrismaEnum;
import dev.ilana.schema.prisma.PrismaField;
import dev.ilana.schema.prisma.PrismaModel;
import dev.ilana.schema.prisma.PrismaRelation;
import dev.ilana.schema.prisma.PrismaRelation.Kind;
import dev.ilana.schema.prisma.PrismaRelation.Through;
import dev.ilana.schema.prisma.PrismaSchema;
import dev.ilana.schema.relations.RelationPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The models of a Prisma file, by its names, without what programs are not to see. */
final class PrismaReader {

    private final PrismaSchema schema;
    private final Map<String, PrismaModel> models = new LinkedHashMap<>();
    private final Map<String, Words> enums = new LinkedHashMap<>();

    PrismaReader(PrismaSchema schema) {
        this.schema = schema;
        schema.models().stream().filter(model -> !model.ignored()).forEach(model -> models.put(model.name(), model));
        schema.enums().forEach(each -> enums.put(each.name(), words(each)));
    }

    private static Words words(PrismaEnum each) {
        Map<String, String> stored = new LinkedHashMap<>();
        each.values().forEach(value -> stored.put(value.name(), value.stored()));
        return new Words(stored);
    }

    List<ModelPlan> models() {
        return models.values().stream().map(this::model).toList();
    }

    private ModelPlan model(PrismaModel model) {
        TableDefinition table = schema.definition().table(model.table()).orElseThrow();
        List<FieldPlan> fields = model.fields().stream()
                .filter(field -> !field.ignored())
                .map(field -> field(field, table.column(field.column()).orElseThrow()))
                .toList();
        List<RelationPlan> relations = new ArrayList<>();
        for (PrismaRelation relation : model.relations()) {
            if (isThere(relation, model)) {
                relations.add(relation(relation));
            }
        }
        return new ModelPlan(model.name(), model.table().toString(), fields, key(model, table), relations);
    }

    private FieldPlan field(PrismaField field, ColumnDefinition column) {
        Words words = enums.getOrDefault(field.type(), Words.of(field.columnType()));
        return new FieldPlan(field.name(), column, words, Generators.of(field.generated()), field.updatedAt());
    }

    /** The fields of its key, as long as programs see them all. */
    private static List<String> key(PrismaModel model, TableDefinition table) {
        List<String> columns = table.identifier();
        List<String> fields = columns.stream()
                .flatMap(column -> model.fields().stream()
                        .filter(field -> field.column().equals(column) && !field.ignored())
                        .map(PrismaField::name))
                .toList();
        return fields.size() == columns.size() ? fields : List.of();
    }

    // Relations

    /** Whether programs see the relation, its model, and the fields it is by. */
    private boolean isThere(PrismaRelation relation, PrismaModel model) {
        PrismaModel other = models.get(relation.model());
        return !relation.ignored()
                && other != null
                && areThere(relation.fields(), model)
                && areThere(relation.references(), other);
    }

    private static boolean areThere(List<String> fields, PrismaModel model) {
        return fields.stream()
                .allMatch(name ->
                        model.field(name).filter(field -> !field.ignored()).isPresent());
    }

    private static RelationPlan relation(PrismaRelation relation) {
        @Nullable Through through = relation.through();
        if (relation.kind() == Kind.MANY_TO_MANY) {
            Through between = Objects.requireNonNull(through, "many to many have a table between");
            return new RelationPlan.Through(
                    relation.field(),
                    relation.model(),
                    between.table().toString(),
                    List.of(between.column()),
                    List.of(between.relatedColumn()));
        } else if (relation.owner()) {
            return new RelationPlan.Pointer(
                    relation.field(), relation.model(), relation.fields(), relation.references());
        }
        return new RelationPlan.Inverse(
                relation.field(), relation.model(), relation.fields(), relation.references(), !relation.list());
    }
}
