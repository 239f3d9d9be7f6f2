package dev.ilana.testkit.factory;

import dev.ilana.model.Collection;
import dev.ilana.model.Loadable;
import dev.ilana.model.Model;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** A relation of the models of a factory, with what is made for each of them by it. */
abstract sealed class Related<M extends Model<M>, R extends Model<R>> permits Parent, Children, Attached {

    private final Source<R> source;

    Related(Source<R> source) {
        this.source = source;
    }

    final Source<R> source() {
        return source;
    }

    abstract Loadable<M, ?> relation();

    /** Makes what is related to the model, and loads it into the model. */
    abstract void make(Maker maker, Made<M> model, Place place, int said, Surroundings around);

    /** Relates what is stored by now, where the rows themselves don't. */
    Mono<Void> relate(List<Made<M>> models) {
        return Mono.empty();
    }

    /** What was made for all of these models. */
    final List<Made<R>> madeFor(List<Made<M>> models) {
        return models.stream().flatMap(model -> model.of(this).stream()).toList();
    }

    /** Adds to what the model's relation to many has loaded. */
    final void load(M model, Loadable<M, Collection<R>> many, List<Made<R>> made) {
        List<R> all = new ArrayList<>(model.relationLoaded(many) ? model.get(many) : List.of());
        made.forEach(one -> all.add(one.model()));
        model.setRelation(many, Collection.make(all));
    }
}
