package dev.ilana.testkit.factory;

import dev.ilana.model.Loadable;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsToMany;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a table between relates to a model, with values of that table. */
final class Attached<M extends Model<M>, R extends Model<R>> extends Related<M, R> {

    private final BelongsToMany<M, R> relation;
    private final Map<String, ?> attributes;

    Attached(BelongsToMany<M, R> relation, Source<R> source, Map<String, ?> attributes) {
        super(source);
        this.relation = relation;
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    @Override
    Loadable<M, ?> relation() {
        return relation;
    }

    @Override
    void make(Maker maker, Made<M> model, Place place, int said, Surroundings around) {
        List<Made<R>> others =
                source().models(maker, index -> place.below(relation.name(), said, index), around.pointingByNothing());
        others.forEach(other -> relation.related().requireOwn(other.model()));
        load(model.model(), relation, others);
        model.put(this, others);
    }

    @Override
    Mono<Void> relate(List<Made<M>> models) {
        return Mono.defer(() -> {
            Map<M, List<@Nullable Object>> keys = new LinkedHashMap<>();
            for (Made<M> model : models) {
                List<@Nullable Object> related = new ArrayList<>();
                model.of(this).forEach(other -> related.add(other.model().getKey()));
                keys.put(model.model(), related);
            }
            return relation.attachAll(keys, attributes).then();
        });
    }
}
