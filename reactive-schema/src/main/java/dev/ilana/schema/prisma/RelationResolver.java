package dev.ilana.schema.prisma;

import dev.ilana.error.Shown;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.prisma.PrismaRelation.Kind;
import dev.ilana.schema.prisma.PrismaRelation.Through;
import dev.ilana.schema.prisma.RelationPairs.Pair;
import dev.ilana.schema.prisma.syntax.Name;
import dev.ilana.sql.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells of each pair of fields which relation it is, and what the database has for it. */
final class RelationResolver {

    private final Declarations declarations;
    private final Map<String, ReadModel> models;
    private final Relations relations = new Relations();

    private RelationResolver(Declarations declarations, Map<String, ReadModel> models) {
        this.declarations = declarations;
        this.models = models;
    }

    static Relations resolve(Declarations declarations, Map<String, ReadModel> models) {
        RelationResolver resolver = new RelationResolver(declarations, models);
        RelationPairs.of(models.values()).forEach(resolver::resolve);
        return resolver.relations;
    }

    private void resolve(Pair pair) {
        RelationField left = pair.left();
        RelationField right = pair.right();
        if (left.isList() && right.isList()) {
            manyToMany(left, right);
        } else if (left.isList()) {
            byKey(Kind.ONE_TO_MANY, right, left);
        } else if (right.isList()) {
            byKey(Kind.ONE_TO_MANY, left, right);
        } else if (right.holdsKey()) {
            byKey(Kind.ONE_TO_ONE, right, left);
        } else {
            byKey(Kind.ONE_TO_ONE, left, right);
        }
    }

    // By a foreign key

    private void byKey(Kind kind, RelationField owner, RelationField other) {
        requireNoKey(other);
        ReadModel from = model(owner);
        ReadModel to = model(other);
        if (!owner.holdsKey() || owner.fields().size() != owner.references().size()) {
            throw Malformed.at(
                    owner.name().position(),
                    "the relation needs as many fields as it references: @relation(fields: […], references: […])");
        }
        requireFields(owner, from, to);
        if (kind == Kind.ONE_TO_ONE) {
            requireOne(owner, other, from);
        }
        List<String> fields = owner.fieldNames();
        List<String> references = owner.referenceNames();
        relations.add(owner.model(), relation(owner, kind, true, fields, references, null));
        relations.add(other.model(), relation(other, kind, false, references, fields, null));
        if (declarations.foreignKeys()) {
            relations.addKey(owner, foreignKey(owner, from, to));
        }
    }

    private static void requireNoKey(RelationField field) {
        if (field.holdsKey()
                || !field.references().isEmpty()
                || field.onDelete() != null
                || field.onUpdate() != null
                || field.map() != null) {
            throw Malformed.at(
                    field.name().position(),
                    "the other side of the relation holds its key; on this side only its name can stand");
        }
    }

    private static void requireFields(RelationField owner, ReadModel from, ReadModel to) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < owner.fields().size(); i++) {
            Name name = owner.fields().get(i);
            ColumnField field = from.field(name);
            ColumnField reference = to.field(owner.references().get(i));
            if (!seen.add(name.text())) {
                throw Malformed.at(name.position(), "the relation has this field already");
            } else if (!field.field().type().equals(reference.field().type())
                    || field.field().list()
                    || reference.field().list()) {
                throw Malformed.at(
                        name.position(),
                        "\"" + name.text() + "\" and what it references are not of one type: " + typeOf(field) + " and "
                                + typeOf(reference));
            } else if (field.field().optional() && !owner.isOptional()) {
                throw Malformed.at(
                        owner.name().position(),
                        "\"" + name.text() + "\" is optional, so this field is too: "
                                + owner.target().text() + "?");
            }
        }
        if (!to.keys().areUnique(owner.referenceNames())) {
            throw Malformed.at(
                    owner.references().get(0).position(),
                    "what a relation references must be unique together: say @id, @unique or @@unique in "
                            + to.name().text());
        }
    }

    private static String typeOf(ColumnField field) {
        return Shown.of(field.field().type()) + (field.field().list() ? "[]" : "");
    }

    private static void requireOne(RelationField owner, RelationField other, ReadModel from) {
        if (!other.isOptional()) {
            throw Malformed.at(
                    other.name().position(),
                    "there may be none on this side of a one-to-one relation: write "
                            + other.target().text() + "?");
        } else if (!from.keys().areUnique(owner.fieldNames())) {
            throw Malformed.at(
                    owner.fields().get(0).position(),
                    "the fields of a one-to-one relation must be unique: say @unique, or make the other side a list");
        }
    }

    /** What Prisma does where a file does not say: see its page on referential actions. */
    static ReferentialAction usualOnDelete(boolean optional) {
        return optional ? ReferentialAction.SET_NULL : ReferentialAction.RESTRICT;
    }

    static ReferentialAction usualOnUpdate() {
        return ReferentialAction.CASCADE;
    }

    private ForeignKeyDefinition foreignKey(RelationField owner, ReadModel from, ReadModel to) {
        List<String> columns = from.columns(owner.fieldNames());
        String usual = new ConstraintNames(declarations.rules())
                .foreignKey(from.table().name(), columns);
        return ForeignKeyDefinition.of(columns, to.table(), to.columns(owner.referenceNames()))
                .withName(Objects.requireNonNullElse(owner.map(), usual))
                .withOnDelete(Objects.requireNonNullElse(owner.onDelete(), usualOnDelete(owner.isOptional())))
                .withOnUpdate(Objects.requireNonNullElse(owner.onUpdate(), usualOnUpdate()));
    }

    // Through a table

    private void manyToMany(RelationField one, RelationField two) {
        requireNoKey(one);
        requireNoKey(two);
        boolean inOrder = one.model().equals(two.model())
                ? one.name().text().compareTo(two.name().text()) <= 0
                : one.model().compareTo(two.model()) <= 0;
        RelationField a = inOrder ? one : two;
        RelationField b = inOrder ? two : one;
        String relation = a.relationName().orElseGet(() -> JoinTable.usualRelation(a.model(), b.model()));
        if (!Names.isName("_" + relation)) {
            throw Malformed.at(a.name().position(), "the relation needs a shorter name: @relation(\"…\")");
        }
        JoinTable table = JoinTable.of(relation, end(a), end(b));
        relations.addJoin(
                a.name(),
                Malformed.placed(
                        a.name().position(), () -> table.definition(declarations.rules(), declarations.foreignKeys())));
        List<String> ofA = model(a).keys().id();
        List<String> ofB = model(b).keys().id();
        Through fromA = new Through(table.name(), JoinTable.A, JoinTable.B);
        Through fromB = new Through(table.name(), JoinTable.B, JoinTable.A);
        relations.add(a.model(), relation(a, Kind.MANY_TO_MANY, false, ofA, ofB, fromA));
        relations.add(b.model(), relation(b, Kind.MANY_TO_MANY, false, ofB, ofA, fromB));
    }

    private JoinTable.End end(RelationField field) {
        ReadModel model = model(field);
        if (model.keys().id().size() != 1) {
            throw Malformed.at(
                    field.name().position(),
                    "many to many takes an @id of one field in " + model.name().text()
                            + "; else make the table between them a model");
        }
        ColumnField key = model.field(Name.of(model.keys().id().get(0)));
        return new JoinTable.End(model.table(), key.column(), key.definition().type());
    }

    private static PrismaRelation relation(
            RelationField side,
            Kind kind,
            boolean owner,
            List<String> fields,
            List<String> references,
            @Nullable Through through) {
        return new PrismaRelation(
                side.name().text(),
                side.target().text(),
                kind,
                side.isList(),
                side.isOptional(),
                side.ignored(),
                owner,
                fields,
                references,
                through);
    }

    private ReadModel model(RelationField field) {
        return Objects.requireNonNull(models.get(field.model()), "a field's model was read");
    }
}
