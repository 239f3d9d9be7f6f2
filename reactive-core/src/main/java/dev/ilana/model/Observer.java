package dev.ilana.model;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Told of what happens to models: register one by {@link ModelTable#observe}, or for all models by {@link
 * Models#observe}. What a method answers with is waited for; an error of one before the statement stops it (a {@link
 * dev.ilana.error.VetoException} says so by name), one after it fails the save, though the row is written.
 *
 * @param <M> the model, or {@code Model<?>} to be shared by several
 */
public interface Observer<M extends Model<?>> {

    /**
     * Whether it is told of what was written only once the outermost transaction is committed, and never of what was rolled
     * back. What comes before a statement is told at once all the same.
     */
    default boolean afterCommit() {
        return false;
    }

    default Publisher<Void> retrieved(M model) {
        return Mono.empty();
    }

    default Publisher<Void> creating(M model) {
        return Mono.empty();
    }

    default Publisher<Void> created(M model) {
        return Mono.empty();
    }

    default Publisher<Void> updating(M model) {
        return Mono.empty();
    }

    default Publisher<Void> updated(M model) {
        return Mono.empty();
    }

    default Publisher<Void> saving(M model) {
        return Mono.empty();
    }

    default Publisher<Void> saved(M model) {
        return Mono.empty();
    }

    default Publisher<Void> deleting(M model) {
        return Mono.empty();
    }

    default Publisher<Void> deleted(M model) {
        return Mono.empty();
    }

    default Publisher<Void> restoring(M model) {
        return Mono.empty();
    }

    default Publisher<Void> restored(M model) {
        return Mono.empty();
    }

    /** The method for the event. */
    default Publisher<Void> on(ModelEvent event, M model) {
        return switch (event) {
            case RETRIEVED -> retrieved(model);
            case CREATING -> creating(model);
            case CREATED -> created(model);
            case UPDATING -> updating(model);
            case UPDATED -> updated(model);
            case SAVING -> saving(model);
            case SAVED -> saved(model);
            case DELETING -> deleting(model);
            case DELETED -> deleted(model);
            case RESTORING -> restoring(model);
            case RESTORED -> restored(model);
        };
    }
}
