package dev.ilana.examples.benchmark;

import dev.ilana.examples.benchmark.hibernate.HibernateReactive;
import dev.ilana.examples.benchmark.jdbc.Jdbc;
import dev.ilana.examples.benchmark.jooq.Jooq;
import dev.ilana.examples.benchmark.micronaut.MicronautData;
import dev.ilana.examples.benchmark.models.WithModels;
import dev.ilana.examples.benchmark.r2dbc.HandWritten;
import dev.ilana.examples.benchmark.spring.SpringData;
import dev.ilana.examples.benchmark.vertx.VertxClient;
import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.examples.benchmark.work.Contestant;
import dev.ilana.testkit.database.DatabaseKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The contestants by name, the base of the ratios first; open until it is closed. */
final class Entrants implements AutoCloseable {

    static final String BASE = "R";
    static final String MODELS = "Models";

    private static final Set<DatabaseKind> POSTGRESQL = Set.of(DatabaseKind.POSTGRESQL);
    private static final Set<DatabaseKind> EVERYWHERE = Set.of(DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB);

    private static final List<Entrant> ALL = List.of(
            new Entrant(BASE, EVERYWHERE, HandWritten::plain),
            new Entrant("R tuned", EVERYWHERE, HandWritten::tuned),
            new Entrant(MODELS, EVERYWHERE, WithModels::open),
            new Entrant("JDBC", POSTGRESQL, Jdbc::open),
            new Entrant("Spring Data", POSTGRESQL, SpringData::open),
            new Entrant("Vert.x", POSTGRESQL, VertxClient::open),
            new Entrant("jOOQ", POSTGRESQL, Jooq::open),
            new Entrant("Hibernate", POSTGRESQL, HibernateReactive::open),
            new Entrant("Micronaut", POSTGRESQL, MicronautData::open));

    private final Map<String, Contestant<?, ?>> contestants = new LinkedHashMap<>();

    private Entrants() {}

    /** @param on the databases that it knows how to reach */
    private record Entrant(String name, Set<DatabaseKind> on, Function<Address, Contestant<?, ?>> open) {}

    static List<String> names() {
        return ALL.stream().map(Entrant::name).toList();
    }

    /** Those of the part that know the database, and the base. */
    static List<String> names(DatabaseKind database, Part part) {
        return ALL.stream()
                .filter(entrant -> entrant.on().contains(database))
                .map(Entrant::name)
                .filter(name -> name.equals(BASE) || part.hasContestant(name))
                .toList();
    }

    /** Those of the part that know the database, and the base. */
    static Entrants open(DatabaseKind database, Address address, Part part) {
        Entrants entrants = new Entrants();
        names(database, part).forEach(name -> entrants.contestants.put(name, open(name, address)));
        return entrants;
    }

    /** The one of that name. */
    static Contestant<?, ?> open(String name, Address address) {
        return ALL.stream()
                .filter(entrant -> entrant.name().equals(name))
                .findFirst()
                .orElseThrow()
                .open()
                .apply(address);
    }

    Map<String, Contestant<?, ?>> contestants() {
        return contestants;
    }

    @Override
    public void close() {
        contestants.values().forEach(Contestant::close);
    }
}
