package dev.ilana.testkit.factory;

import dev.ilana.model.KeyColumns;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import dev.ilana.relation.BelongsTo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes models with all that was said of them, and stores none. */
final class Maker {

    private final Run run;

    Maker(Run run) {
        this.run = run;
    }

    /** The model alone, as {@code raw} tells of it. */
    <M extends Model<M>> M alone(Recipe<M> recipe, Place place) {
        Definition<M> definition = recipe.definition();
        Fake fake = run.fake(definition, place);
        M model = definition.make(fake);
        for (Change<M> change : recipe.states().changes()) {
            model = definition.own(change.apply(model, fake));
        }
        for (Overriding<M> value : recipe.states().overriding()) {
            value.into().accept(model);
        }
        for (Function<Map<String, @Nullable Object>, Map<String, ? extends @Nullable Object>> callback :
                recipe.callbacks().beforeMaking()) {
            set(model, callback.apply(model.except()));
        }
        return model;
    }

    /** Sets what differs: a value that is there already was mutated when it was set. */
    private static <M extends Model<M>> void set(M model, Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> there = model.except();
        values.forEach((name, value) -> {
            if (!there.containsKey(name) || !Objects.equals(there.get(name), value)) {
                model.setAttribute(name, value);
            }
        });
    }

    /** The model with what it is related to. */
    <M extends Model<M>> Made<M> make(Recipe<M> recipe, Place place, Surroundings around) {
        Made<M> made = Made.by(recipe, alone(recipe, place));
        Relatives<M> relatives = recipe.relatives();
        Surroundings here = around.with(relatives.recycled());
        int said = 0;
        for (Parent<M, ?> parent : relatives.parents()) {
            parent.make(this, made, place, said++, here);
        }
        recycle(made, relatives, place, here);
        for (Related<M, ?> other : relatives.others()) {
            other.make(this, made, place, said++, here);
        }
        recipe.callbacks().afterMaking().forEach(callback -> callback.accept(made.model()));
        return made;
    }

    /** Points the model at the recycled ones, by each of its relations that nothing else was said of. */
    private <M extends Model<M>> void recycle(Made<M> made, Relatives<M> relatives, Place place, Surroundings around) {
        if (around.recycled().isEmpty()) {
            return;
        }
        ModelTable<M> table = made.model().table();
        for (String name : table.relationNames()) {
            if (table.relation(name) instanceof BelongsTo<M, ?> relation && !relatives.hasParentBy(relation)) {
                recycle(made, relation, place, around);
            }
        }
    }

    private <M extends Model<M>, R extends Model<R>> void recycle(
            Made<M> made, BelongsTo<M, R> relation, Place place, Surroundings around) {
        List<R> recycled = around.recycledOf(relation.related());
        if (!recycled.isEmpty() && KeyColumns.of(relation.foreignKey()).of(made.model()) == null) {
            R parent = oneOf(recycled, place.below(relation.name(), -1, 0));
            Parent.by(relation, new Source.Existing<>(List.of(parent))).make(this, made, place, 0, around);
        }
    }

    <R extends Model<R>> R oneOf(List<R> models, Place place) {
        return models.get(run.choose(place, models.size()));
    }
}
