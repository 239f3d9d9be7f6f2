package dev.ilana.testkit.factory;

import dev.ilana.model.Model;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Where the models of a relation come from. */
sealed interface Source<R extends Model<R>> {

    /** The models that one parent or child gets. */
    List<Made<R>> models(Maker maker, IntFunction<Place> places, Surroundings around);

    /** So many new ones. */
    record Fresh<R extends Model<R>>(Recipe<R> recipe, int count) implements Source<R> {

        @Override
        public List<Made<R>> models(Maker maker, IntFunction<Place> places, Surroundings around) {
            return IntStream.range(0, count)
                    .mapToObj(i -> maker.make(recipe, places.apply(i), around))
                    .toList();
        }
    }

    /** These, which are stored. */
    record Existing<R extends Model<R>>(List<R> existing) implements Source<R> {

        public Existing {
            existing = List.copyOf(existing);
        }

        @Override
        public List<Made<R>> models(Maker maker, IntFunction<Place> places, Surroundings around) {
            return existing.stream().map(Made::existing).toList();
        }
    }
}
