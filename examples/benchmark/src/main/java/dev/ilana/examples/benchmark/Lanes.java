package dev.ilana.examples.benchmark;

import dev.ilana.testkit.database.DatabaseKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lanes of the contestants by name, the base of the ratios first; open until it is closed. */
final class Lanes implements AutoCloseable {

    private final Map<String, Lane> lanes = new LinkedHashMap<>();

    private Lanes() {}

    /** Of those of the part that know the database, and of the base. */
    static Lanes open(DatabaseKind database, String url, Part part, Scale scale) {
        Lanes lanes = new Lanes();
        try {
            Entrants.names(database, part)
                    .forEach(name -> lanes.lanes.put(name, Lane.open(new LaneWorker.Entry(name, url, scale))));
            return lanes;
        } catch (RuntimeException e) {
            lanes.close();
            throw e;
        }
    }

    Map<String, Lane> lanes() {
        return lanes;
    }

    @Override
    public void close() {
        lanes.values().forEach(Lane::close);
    }
}
