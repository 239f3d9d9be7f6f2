package dev.ilana.testkit.factory;

import dev.ilana.model.Collection;
import dev.ilana.model.Loadable;
import dev.ilana.model.Model;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.HasOneOrMany;
import java.util.List;

/** What points at a model. */
final class Children<M extends Model<M>, R extends Model<R>> extends Related<M, R> {

    private final HasOneOrMany<M, R, ?> relation;

    Children(HasOneOrMany<M, R, ?> relation, Source<R> source) {
        super(source);
        this.relation = relation;
    }

    @Override
    Loadable<M, ?> relation() {
        return relation;
    }

    @Override
    void make(Maker maker, Made<M> model, Place place, int said, Surroundings around) {
        M parent = model.model();
        List<Made<R>> children = source().models(
                        maker,
                        index -> place.below(relation.name(), said, index),
                        around.pointingBy(relation.foreignKey()));
        for (Made<R> child : children) {
            relation.related().requireOwn(child.model());
            child.pointingBy(() -> relation.associate(parent, child.model()));
        }
        load(parent, children);
        model.put(this, children);
    }

    /** Of a relation to one, which of several it is, is for a query to say. */
    @SuppressWarnings("unchecked") // many are a collection of the related model, and one is that model
    private void load(M parent, List<Made<R>> children) {
        Loadable<M, ?> loadable = relation;
        if (relation instanceof HasMany<?, ?>) {
            load(parent, (Loadable<M, Collection<R>>) loadable, children);
        } else if (children.size() == 1) {
            parent.setRelation((Loadable<M, R>) loadable, children.get(0).model());
        }
    }
}
