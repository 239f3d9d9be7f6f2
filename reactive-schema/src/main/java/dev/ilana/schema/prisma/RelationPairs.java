package dev.ilana.schema.prisma;

import dev.ilana.error.Shown;
import dev.ilana.schema.prisma.syntax.MalformedPrismaException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the two sides of each relation: the fields of two models, or of one, that have the same name for it. */
final class RelationPairs {

    /** Both sides, the first as the file has it first. */
    record Pair(RelationField left, RelationField right) {}

    /** What the two sides have in common: the models, in the order of the alphabet, and the relation's name. */
    private record Between(
            String first, String second, @Nullable String relation) {

        static Between of(RelationField field) {
            String target = field.target().text();
            return field.model().compareTo(target) <= 0
                    ? new Between(field.model(), target, field.relation())
                    : new Between(target, field.model(), field.relation());
        }

        boolean isOneModel() {
            return first.equals(second);
        }
    }

    private RelationPairs() {}

    static List<Pair> of(Collection<ReadModel> models) {
        Map<Between, List<RelationField>> sides = new LinkedHashMap<>();
        for (ReadModel model : models) {
            for (RelationField field : model.relations()) {
                sides.computeIfAbsent(Between.of(field), between -> new ArrayList<>())
                        .add(field);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        sides.forEach((between, fields) -> pairs.add(pair(between, fields)));
        return pairs;
    }

    private static Pair pair(Between between, List<RelationField> fields) {
        for (int i = 1; i < fields.size(); i++) {
            RelationField field = fields.get(i);
            boolean again = between.isOneModel()
                    ? i > 1
                    : fields.subList(0, i).stream()
                            .anyMatch(other -> other.model().equals(field.model()));
            if (again) {
                throw ambiguous(between, fields.get(0), field);
            }
        }
        if (fields.size() < 2) {
            throw oneSided(fields.get(0));
        }
        return new Pair(fields.get(0), fields.get(1));
    }

    private static MalformedPrismaException ambiguous(Between between, RelationField first, RelationField field) {
        String both = "\"" + Shown.of(first.name().text()) + "\" and \""
                + Shown.of(field.name().text()) + "\"";
        return Malformed.at(
                field.name().position(),
                between.relation == null
                        ? both + " both relate " + between.first + " and " + between.second
                                + "; give each relation a name, on both of its sides: @relation(\"…\")"
                        : both + " are both in the relation \"" + between.relation + "\", which has a side too many");
    }

    private static MalformedPrismaException oneSided(RelationField field) {
        String model = field.model();
        return Malformed.at(
                field.name().position(),
                "\"" + Shown.of(field.name().text()) + "\" has no other side; give the model "
                        + field.target().text() + " a field of type " + model + ", " + model + "? or " + model + "[]"
                        + field.relationName()
                                .map(name -> " with @relation(\"" + name + "\")")
                                .orElse(""));
    }
}
