package dev.ilana.connection;

import dev.ilana.error.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the servers of a database are, and how connections to each of them are.
 *
 * @param replicas those that come after the primary, and only answer
 */
record Places(Place primary, List<Place> replicas, PoolSettings pool, SessionSettings session) {

    static Places of(Place primary) {
        return new Places(primary, List.of(), PoolSettings.DEFAULT, SessionSettings.DEFAULT);
    }

    Places withPool(PoolSettings settings) {
        return new Places(primary, replicas, settings, session);
    }

    Places withSession(SessionSettings settings) {
        return new Places(primary, replicas, pool, settings);
    }

    Places withReplica(Place replica) {
        List<Place> more = new ArrayList<>(replicas);
        more.add(replica);
        return new Places(primary, List.copyOf(more), pool, session);
    }

    /** @throws InvalidConfigurationException when one of them can't be, or is another database than the primary */
    Database open(DatabaseOptions options) {
        ConnectionSource first = primary.source(pool, session);
        List<Connections> others = new ArrayList<>();
        for (Place replica : replicas) {
            ConnectionSource source = replica.source(pool, session);
            if (!source.dialect().equals(first.dialect())) {
                throw new InvalidConfigurationException("a replica of a " + first.dialect() + " can't be a "
                        + source.dialect() + ": " + source.connections().where());
            }
            others.add(source.connections());
        }
        return new Database(first.dialect(), first.connections(), List.copyOf(others), options);
    }
}
