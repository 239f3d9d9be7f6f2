package dev.ilana.model;

import dev.ilana.connection.Database;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A relation to load, and which of the related rows. */
record RelatedLoad<M extends Model<M>, R extends Model<R>>(Relation<M, R, ?> what, UnaryOperator<ModelQuery<R>> fitting)
        implements EagerLoad<M> {

    /** Tried out on an empty query first, so that a wrong name fails here and not when the rows are there. */
    RelatedLoad {
        var unused = fitting.apply(what.related().query());
    }

    @Override
    public Mono<Void> into(List<M> parents, @Nullable Database database) {
        return what.load(parents, fitting, database);
    }

    @Override
    @SuppressWarnings("unchecked") // the relation is the same, and so is its related model
    public EagerLoad<M> and(EagerLoad<M> other) {
        UnaryOperator<ModelQuery<R>> otherFitting = ((RelatedLoad<M, R>) other).fitting;
        return new RelatedLoad<>(what, query -> otherFitting.apply(fitting.apply(query)));
    }
}
