package dev.ilana.schema.migrate;

import dev.ilana.connection.Database;
import reactor.core.publisher.Flux;

/** Rows that a database begins with, as a {@link Deploy} and {@link Migrator#seeding} put them in. */
public interface Seeds {

    /** Puts them in; gives what was done, in a person's words, each as it is done. */
    Flux<String> seed(Database database);
}
