package dev.ilana.cli.make;

import dev.ilana.model.Inflector;
import java.util.Locale;

/** What follows from the name of a model's class, as the library itself has it. */
record ModelNames(String model) {

    /** {@code blog_posts} of {@code BlogPost}. */
    String table() {
        return Inflector.tableOf(model);
    }

    /** {@code blog_post}, of one row. */
    String row() {
        return Inflector.snake(model);
    }

    /** The column that points at one: {@code blog_post_id}. */
    String foreignKey() {
        return row() + "_id";
    }

    static String constant(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
