package dev.ilana.testkit.factory;

import dev.ilana.model.Key;
import dev.ilana.model.Loadable;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.MorphTo;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a model points at. */
final class Parent<M extends Model<M>, R extends Model<R>> extends Related<M, R> {

    private final Loadable<M, ?> relation;
    private final Key<M> foreignKey;
    private final Consumer<R> check;
    private final BiConsumer<M, R> load;
    private final BiConsumer<M, R> associate;

    private Parent(
            Source<R> source,
            Loadable<M, ?> relation,
            Key<M> foreignKey,
            Consumer<R> check,
            BiConsumer<M, R> load,
            BiConsumer<M, R> associate) {
        super(source);
        this.relation = relation;
        this.foreignKey = foreignKey;
        this.check = check;
        this.load = load;
        this.associate = associate;
    }

    static <M extends Model<M>, R extends Model<R>> Parent<M, R> by(BelongsTo<M, R> relation, Source<R> source) {
        return new Parent<>(
                source,
                relation,
                relation.foreignKey(),
                parent -> relation.related().requireOwn(parent),
                (child, parent) -> child.setRelation(relation, parent),
                relation::associate);
    }

    static <M extends Model<M>, R extends Model<R>> Parent<M, R> by(MorphTo<M> relation, Source<R> source) {
        return new Parent<>(
                source,
                relation,
                relation.foreignKey(),
                parent -> {},
                (child, parent) -> child.setRelation(relation, parent),
                relation::associate);
    }

    @Override
    Loadable<M, ?> relation() {
        return relation;
    }

    @Override
    void make(Maker maker, Made<M> model, Place place, int said, Surroundings around) {
        if (isSet(model.recipe(), around)) {
            return;
        }
        M child = model.model();
        Made<R> parent = recycledOrMade(maker, place, said, around);
        check.accept(parent.model());
        load.accept(child, parent.model());
        if (parent.model().isStored()) {
            associate.accept(child, parent.model());
        } else {
            model.pointingBy(() -> associate.accept(child, parent.model()));
        }
        model.put(this, List.of(parent));
    }

    /** Whether its columns are set already, by a relation from outside or by a value. */
    private boolean isSet(@Nullable Recipe<M> recipe, Surroundings around) {
        return foreignKey.columns().stream().anyMatch(around.taken()::contains)
                || (recipe != null && recipe.states().overrides(foreignKey));
    }

    private Made<R> recycledOrMade(Maker maker, Place place, int said, Surroundings around) {
        if (source() instanceof Source.Fresh<R> fresh) {
            ModelTable<R> table = fresh.recipe().table();
            List<R> recycled = around.recycledOf(table);
            if (!recycled.isEmpty()) {
                return Made.existing(maker.oneOf(recycled, place.below(relation.name(), said, 0)));
            }
        }
        return source().models(maker, index -> place.below(relation.name(), said, index), around.pointingByNothing())
                .get(0);
    }
}
