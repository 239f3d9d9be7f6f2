package dev.ilana.testkit.factory;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.Shown;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One subscription to a factory: where its data comes from. The data of each model is a function of the seed and of its
 * place, so what runs beside it, and what was made before, changes nothing. For one thread at a time.
 */
final class Run {

    /** The system property that makes the runs without a seed of their own the same in each JVM. */
    static final String SEED = "ilana.factory.seed";

    private final long seed;
    private final Random random = new Random();
    private final Fake fake;
    /** Those of this run alone, of each definition; null where they are those of the JVM. */
    private final @Nullable Map<Definition<?>, Sequences> own;

    private Run(long seed, Locale locale, @Nullable Map<Definition<?>, Sequences> own) {
        this.seed = seed;
        this.own = own;
        this.fake = new Fake(locale, random, own == null ? Sequences.GLOBAL : new Sequences());
    }

    static Run of(Recipe<?> recipe) {
        Settings settings = recipe.settings();
        Long said = settings.seed();
        Run run = said != null
                ? new Run(said, settings.locale(), new HashMap<>())
                : new Run(seedOf(recipe.definition()), settings.locale(), null);
        settings.resets().forEach(run.sequencesOf(recipe.definition())::reset);
        return run;
    }

    private static long seedOf(Definition<?> definition) {
        String property = System.getProperty(SEED);
        return property == null
                ? new Random().nextLong()
                : Place.mixed(seed(property)) + Place.mixed(definition.nextRun());
    }

    private static long seed(String property) {
        try {
            return Long.parseLong(property.strip());
        } catch (NumberFormatException e) {
            throw new InvalidUsageException(
                    "the system property " + SEED + " is a whole number, not \"" + Shown.of(property) + "\"");
        }
    }

    /** Made-up data for the model at that place. */
    Fake fake(Definition<?> definition, Place place) {
        random.setSeed(place.seed(seed));
        fake.at(sequencesOf(definition), place.index());
        return fake;
    }

    /** One of so many, for the model at that place. */
    int choose(Place place, int many) {
        return place.choose(seed, many);
    }

    private Sequences sequencesOf(Definition<?> definition) {
        return own == null ? definition.sequences() : own.computeIfAbsent(definition, unused -> new Sequences());
    }
}
