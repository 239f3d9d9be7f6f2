package dev.ilana.examples.benchmark;

import dev.ilana.examples.benchmark.hibernate.HibernateReactive;
import dev.ilana.examples.benchmark.jdbc.Jdbc;
import dev.ilana.examples.benchmark.jooq.Jooq;
import dev.ilana.examples.benchmark.models.WithModels;
import dev.ilana.examples.benchmark.r2dbc.HandWritten;
import dev.ilana.examples.benchmark.spring.SpringData;
import dev.ilana.examples.benchmark.vertx.VertxClient;
import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.examples.benchmark.work.Contestant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The contestants by name, the base of the ratios first; open until it is closed. */
final class Entrants implements AutoCloseable {

    static final String BASE = "R";
    static final String MODELS = "Models";

    private static final List<Entrant> ALL = List.of(
            new Entrant(BASE, HandWritten::plain),
            new Entrant("R tuned", HandWritten::tuned),
            new Entrant(MODELS, WithModels::open),
            new Entrant("JDBC", Jdbc::open),
            new Entrant("Spring Data", SpringData::open),
            new Entrant("Vert.x", VertxClient::open),
            new Entrant("jOOQ", Jooq::open),
            new Entrant("Hibernate", HibernateReactive::open));

    private final Map<String, Contestant<?, ?>> contestants = new LinkedHashMap<>();

    private Entrants() {}

    private record Entrant(String name, Function<Address, Contestant<?, ?>> open) {}

    static List<String> names() {
        return ALL.stream().map(Entrant::name).toList();
    }

    /** Those of the part, and the base. */
    static Entrants open(Address address, Part part) {
        Entrants entrants = new Entrants();
        for (Entrant entrant : ALL) {
            if (entrant.name().equals(BASE) || part.hasContestant(entrant.name())) {
                entrants.contestants.put(entrant.name(), entrant.open().apply(address));
            }
        }
        return entrants;
    }

    Map<String, Contestant<?, ?>> contestants() {
        return contestants;
    }

    @Override
    public void close() {
        contestants.values().forEach(Contestant::close);
    }
}
