package dev.ilana.schema.generate;

import dev.ilana.model.Inflector;
import dev.ilana.model.ModelQuery;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.HasOne;
import dev.ilana.relation.PivotQuery;
import dev.ilana.relation.RelationQuery;
import dev.ilana.schema.relations.RelationPlan;
import dev.ilana.schema.relations.RelationPlan.Inverse;
import dev.ilana.schema.relations.RelationPlan.Pointer;
import dev.ilana.schema.relations.RelationPlan.Through;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The relations of a model: how its class declares them, and the methods that ask for them. */
record ModelRelations(ModelClass model, ModelClasses classes, Imports imports) {

    List<ModelConstant> constants() {
        return model.relations().stream().map(this::constant).toList();
    }

    private ModelConstant constant(RelationPlan relation) {
        ModelClass other = classes.of(relation.model());
        return new ModelConstant(
                "",
                imports.name(kind(relation)) + "<" + model.name() + ", " + other.name() + ">",
                model.constant(relation),
                declared(relation, other));
    }

    private static Class<?> kind(RelationPlan relation) {
        if (relation instanceof Pointer) {
            return BelongsTo.class;
        } else if (relation instanceof Inverse inverse) {
            return inverse.single() ? HasOne.class : HasMany.class;
        }
        return BelongsToMany.class;
    }

    private Chain declared(RelationPlan relation, ModelClass other) {
        Chain table = new Chain(model.constant());
        String name = JavaLiteral.text(relation.name());
        if (relation instanceof Pointer pointer) {
            String key = model.key(pointer.fields());
            return pointer.references().equals(other.key())
                    ? table.say("belongsTo", name, key, supplied(other, other.constant()))
                    : table.say("belongsToBy", name, key, supplied(other, other.key(pointer.references())));
        } else if (relation instanceof Inverse inverse) {
            String word = inverse.single() ? "hasOne" : "hasMany";
            String foreign = supplied(other, other.key(inverse.pointers()));
            return inverse.fields().equals(model.key())
                    ? table.say(word, name, foreign)
                    : table.say(word, name, foreign, model.key(inverse.fields()));
        }
        return table.say("belongsToMany", arguments((Through) relation, name, other));
    }

    private static String supplied(ModelClass other, String constant) {
        return "() -> " + other.name() + "." + constant;
    }

    /** Without the columns of the table between, where these are called as they are anyway. */
    private String[] arguments(Through through, String name, ModelClass other) {
        List<String> arguments = new ArrayList<>(List.of(name, JavaLiteral.text(through.table())));
        if (!through.toThis().equals(usual(model)) || !through.toOther().equals(usual(other))) {
            boolean isSingle = through.toThis().size() == 1 && through.toOther().size() == 1;
            arguments.add(columns(through.toThis(), isSingle));
            arguments.add(columns(through.toOther(), isSingle));
        }
        arguments.add(supplied(other, other.constant()));
        return arguments.toArray(String[]::new);
    }

    private static List<String> usual(ModelClass model) {
        String row = Inflector.singular(model.table().name().name());
        return model.key().stream().map(column -> row + "_" + column).toList();
    }

    /** @param isSingle whether the keys of both sides are of one column */
    private String columns(List<String> columns, boolean isSingle) {
        return isSingle
                ? JavaLiteral.text(columns.get(0))
                : imports.name(List.class) + ".of(" + Chain.texts(columns) + ")";
    }

    /** A relation as a query, and once loaded as a value. */
    List<String> methods() {
        return model.relations().stream().map(this::methods).toList();
    }

    private String methods(RelationPlan relation) {
        ModelClass.RelationMethods names = model.methods(relation);
        String other = classes.of(relation.model()).name();
        String constant = model.constant(relation);
        boolean isToOne = relation instanceof Pointer || (relation instanceof Inverse inverse && inverse.single());
        String loaded = isToOne
                ? "@" + imports.name(Nullable.class) + " " + other
                : imports.name(List.class) + "<" + other + ">";
        return """
                    public %s<%s> %s() {
                        return %s.of(this);
                    }

                    public %s %s() {
                        return get(%s);
                    }
                """.formatted(
                imports.name(query(relation)), other, names.query(), constant, loaded, names.loaded(), constant);
    }

    private static Class<?> query(RelationPlan relation) {
        if (relation instanceof Pointer) {
            return ModelQuery.class;
        }
        return relation instanceof Through ? PivotQuery.class : RelationQuery.class;
    }
}
