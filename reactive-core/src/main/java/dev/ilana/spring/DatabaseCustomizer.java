package dev.ilana.spring;

import dev.ilana.connection.DatabaseBuilder;

/**
 * A bean that says of the database which Spring Boot makes what no setting can say: a listener, a clock, a cache. Several are
 * asked in the order that Spring has them in.
 */
@FunctionalInterface
public interface DatabaseCustomizer {

    /** The builder with what is to be said. */
    DatabaseBuilder customize(DatabaseBuilder builder);
}
