package dev.ilana.model;

import dev.ilana.connection.Database;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A relation that a query loads for the models it finds, and which of the related rows. */
record EagerLoad<M extends Model<M>, R extends Model<R>>(
        Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {

    Mono<Void> into(List<M> parents, @Nullable Database database) {
        return relation.load(parents, fitting, database);
    }

    /** Both, as one load of the same relation. */
    @SuppressWarnings("unchecked") // the relation is the same, and so is its related model
    EagerLoad<M, R> and(EagerLoad<M, ?> other) {
        UnaryOperator<ModelQuery<R>> otherFitting = ((EagerLoad<M, R>) other).fitting;
        return new EagerLoad<>(relation, query -> otherFitting.apply(fitting.apply(query)));
    }
}
