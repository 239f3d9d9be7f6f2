package dev.ilana.testkit.contract;

import dev.ilana.DB;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Connections that the server can be told to cut, where there is a server. */
interface CutConnections {

    /** A query of one column, {@code id}: what this database calls the connection that asks. */
    default String connectionId() {
        return "";
    }

    /** The statement that cuts the connection of that id. */
    default String cut(long id) {
        return "";
    }

    /** The id of the connection of the chain's transaction. */
    default Mono<Long> ownConnection() {
        return DB.select(connectionId()).single().map(row -> Objects.requireNonNull(row.get("id", Long.class)));
    }
}
