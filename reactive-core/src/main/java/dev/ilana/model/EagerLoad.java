package dev.ilana.model;

import dev.ilana.connection.Database;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a query loads for the models it finds, and which of it. */
public interface EagerLoad<M extends Model<M>> {

    Loadable<M, ?> what();

    /** Loads it into the parents, by as few statements as there are tables to ask; none for no parents. */
    Mono<Void> into(List<M> parents, @Nullable Database database);

    /** Both, as one load of the same. */
    EagerLoad<M> and(EagerLoad<M> other);
}
