package dev.ilana.testkit.factory;

import dev.ilana.model.Model;
import org.jspecify.annotations.Nullable;

/** What a state makes of a model. */
@FunctionalInterface
interface Change<M extends Model<M>> {

    @Nullable M apply(M model, Fake fake);
}
