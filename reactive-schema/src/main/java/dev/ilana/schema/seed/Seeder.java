package dev.ilana.schema.seed;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Code that puts rows into tables that are there. Queries in it run on the database being seeded, without being told so. */
public interface Seeder {

    /** Puts the rows in; they are in once the publisher completes. */
    Publisher<?> run(Seeding seeding);

    /** A seeder of that name that needs no class. */
    static Seeder of(String name, Function<? super Seeding, ? extends Publisher<?>> work) {
        return new Seeder() {
            @Override
            public Publisher<?> run(Seeding seeding) {
                return work.apply(seeding);
            }

            @Override
            public String name() {
                return name;
            }
        };
    }

    /** What events call it, and what {@link Seeding#callOnce(Seeder)} remembers: the simple name of its class. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** The name of the connection that it runs on, as {@code DB.register} knows it; null for that of who runs it. */
    default @Nullable String connection() {
        return null;
    }

    /**
     * Whether it runs in one transaction, with the seeders that it calls on the same database: all of their rows are there
     * in the end, or none. Otherwise what was written before an error stays.
     */
    default boolean withinTransaction() {
        return false;
    }
}
