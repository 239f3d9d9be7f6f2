package dev.ilana.schema.migrate;

import dev.ilana.schema.build.Schema;
import org.reactivestreams.Publisher;

/**
 * One step of a database's history. Its class's name says when it comes: {@code M20261121_093000_CreateUsersTable}.
 *
 * <p>Queries in it run on the database being migrated, without being told so.
 */
public interface Migration {

    /** Makes the change; it is made once the publisher completes. */
    Publisher<?> up(Schema schema);

    /** Takes the change back; it is taken back once the publisher completes. */
    Publisher<?> down(Schema schema);

    /**
     * Whether the migration runs in one transaction, which is all or nothing on PostgreSQL. MySQL, MariaDB and H2 commit
     * at each statement that defines something, so there only the changes of rows after the last such one are undone.
     *
     * <p>False for what a database refuses in a transaction, such as {@code create index concurrently}.
     */
    default boolean withinTransaction() {
        return true;
    }
}
