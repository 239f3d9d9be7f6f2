package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.Deferral;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.prisma.syntax.Argument;
import dev.ilana.schema.prisma.syntax.Attribute;
import dev.ilana.schema.prisma.syntax.Expression.ListOf;
import dev.ilana.schema.prisma.syntax.Expression.Text;
import dev.ilana.schema.prisma.syntax.Expression.Word;
import dev.ilana.schema.prisma.syntax.FieldType;
import dev.ilana.schema.prisma.syntax.FieldType.Arity;
import dev.ilana.schema.prisma.syntax.Line.Field;
import dev.ilana.schema.prisma.syntax.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes foreign keys, and the tables between models, as fields on both sides. */
final class RelationWriter {

    private final ProviderRules rules;
    private final Map<QualifiedName, Written> models;

    /** How many relations there are between two models. */
    private final Map<Set<String>, Integer> between = new HashMap<>();

    /** The names of relations that are given. */
    private final CodeNames names = new CodeNames();

    RelationWriter(ProviderRules rules, Map<QualifiedName, Written> models) {
        this.rules = rules;
        this.models = models;
    }

    /** Writes all; each field has a name that tells it from the others of its model. */
    void write(List<WrittenJoin> joins) {
        for (Written model : models.values()) {
            for (ForeignKeyDefinition key : model.table().foreignKeys()) {
                Written other = models.get(key.referencedTable());
                if (other != null) {
                    count(model, other);
                }
            }
        }
        joins.forEach(join -> count(join.a(), join.b()));
        for (Written model : models.values()) {
            model.table().foreignKeys().forEach(key -> write(key, model));
        }
        joins.forEach(this::write);
    }

    private void count(Written one, Written two) {
        between.merge(both(one, two), 1, Integer::sum);
    }

    /** Whether there is more than one relation of these two, so that each needs a name. */
    private boolean areSeveral(Written one, Written two) {
        return between.getOrDefault(both(one, two), 0) > 1;
    }

    private static Set<String> both(Written one, Written two) {
        return new HashSet<>(List.of(one.model(), two.model()));
    }

    // Foreign keys

    private void write(ForeignKeyDefinition key, Written owner) {
        Written other = models.get(key.referencedTable());
        if (other == null || !isSayable(key, owner, other)) {
            owner.note("foreign key \"" + key.name() + "\" on " + String.join(", ", key.columns()) + " references "
                    + key.referencedTable() + " (" + String.join(", ", key.referencedColumns()) + ")");
            return;
        } else if (key.deferral() != Deferral.NOT_DEFERRABLE) {
            owner.note("foreign key \"" + key.name() + "\" can be deferred: " + key.deferral());
        }
        boolean self = owner.model().equals(other.model());
        boolean several = areSeveral(owner, other);
        String relation = names.free(owner.model() + "_" + String.join("_", key.columns()) + "To" + other.model());
        String suffix = several ? "_" + relation : "";
        boolean optional = key.columns().stream().anyMatch(owner::isOptional);
        List<Argument> arguments = new ArrayList<>();
        if (several || self) {
            arguments.add(Argument.of(Text.of(relation)));
        }
        List<Argument> inverse = List.copyOf(arguments);
        arguments.addAll(key(key, owner, other, optional));
        owner.add(field(
                owner.names().free(other.model() + suffix), other, optional ? Arity.OPTIONAL : Arity.ONE, arguments));
        boolean single = owner.areUnique(key.columns());
        other.add(field(
                other.names().free((self ? "other_" : "") + owner.model() + suffix),
                owner,
                single ? Arity.OPTIONAL : Arity.LIST,
                inverse));
    }

    private List<Argument> key(ForeignKeyDefinition key, Written owner, Written other, boolean optional) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Argument.of("fields", ListOf.words(owner.fieldNames(key.columns()))));
        arguments.add(Argument.of("references", ListOf.words(other.fieldNames(key.referencedColumns()))));
        action(arguments, "onDelete", key.onDelete(), RelationResolver.usualOnDelete(optional));
        action(arguments, "onUpdate", key.onUpdate(), RelationResolver.usualOnUpdate());
        String usual = new ConstraintNames(rules).foreignKey(owner.name().name(), key.columns());
        if (!ConstraintNames.isUsual(key.name(), usual)) {
            arguments.add(Argument.of("map", Text.of(String.valueOf(key.name()))));
        }
        return arguments;
    }

    private static void action(
            List<Argument> arguments, String event, ReferentialAction action, ReferentialAction usual) {
        if (action != usual) {
            arguments.add(Argument.of(event, Word.of(RelationFieldReader.word(action))));
        }
    }

    /** Prisma references what is unique only, and values of one type. */
    private static boolean isSayable(ForeignKeyDefinition key, Written owner, Written other) {
        for (int i = 0; i < key.columns().size(); i++) {
            FieldType from = owner.field(key.columns().get(i)).type();
            FieldType to = other.field(key.referencedColumns().get(i)).type();
            if (!from.name().equals(to.name()) || from.arity() == Arity.LIST || to.arity() == Arity.LIST) {
                return false;
            }
        }
        return other.areUnique(key.referencedColumns())
                && Set.copyOf(key.columns()).size() == key.columns().size();
    }

    // Tables between models

    private void write(WrittenJoin join) {
        boolean self = join.a().model().equals(join.b().model());
        boolean named = areSeveral(join.a(), join.b()) || self || !join.isUsual();
        String suffix = named ? "_" + join.relation() : "";
        List<Argument> relation = named ? List.of(Argument.of(Text.of(join.relation()))) : List.of();
        String first = self ? "A" + suffix : join.b().model() + suffix;
        String second = self ? "B" + suffix : join.a().model() + suffix;
        join.a().add(field(join.a().names().free(first), join.b(), Arity.LIST, relation));
        join.b().add(field(join.b().names().free(second), join.a(), Arity.LIST, relation));
    }

    /** What relates to a model that programs are not to see, they are not to see either. */
    private static Field field(String name, Written target, Arity arity, List<Argument> relation) {
        List<Attribute> attributes = new ArrayList<>();
        if (!relation.isEmpty()) {
            attributes.add(new Attribute(Name.of("relation"), relation));
        }
        if (!target.isIdentified()) {
            attributes.add(Attribute.of("ignore"));
        }
        return new Field(Name.of(name), new FieldType(Name.of(target.model()), false, arity), attributes, null);
    }
}
