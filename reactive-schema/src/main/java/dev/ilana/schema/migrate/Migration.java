package dev.ilana.schema.migrate;

import dev.ilana.schema.build.Schema;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * One step of a database's history. Its class's name says when it comes: {@code M20261121_093000_CreateUsersTable}.
 *
 * <p>Queries in it run on the database being migrated, without being told so. They are also asked for without being sent,
 * to show them or to make the checksum: {@code up} and {@code down} should do nothing but give statements.
 */
public interface Migration {

    /** Makes the change; it is made once the publisher completes. */
    Publisher<?> up(Schema schema);

    /** Takes the change back; it is taken back once the publisher completes. */
    Publisher<?> down(Schema schema);

    /** What it is known by: the simple name of its class, of the form of {@link MigrationName}. */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * Whether the migration runs in one transaction, which is all or nothing on PostgreSQL. MySQL, MariaDB and H2 commit
     * at each statement that defines something, so there only the changes of rows after the last such one are undone.
     *
     * <p>False for what a database refuses in a transaction, such as {@code create index concurrently}.
     */
    default boolean withinTransaction() {
        return true;
    }

    /** Whether it is to run now; one that is not stays pending. */
    default Mono<Boolean> shouldRun(Schema schema) {
        return Mono.just(true);
    }

    /**
     * The name of the connection that it belongs to; null for the default one. A migrator runs those of its own
     * connection and leaves the others alone.
     */
    default @Nullable String connection() {
        return null;
    }

    /**
     * Whether an edit is to be found out by the statements it gives. False for one that gives others each time it is
     * asked, or does more than give statements.
     */
    default boolean checksummed() {
        return true;
    }
}
