package dev.ilana.examples.benchmark;

import dev.ilana.examples.benchmark.Tables.NewUsers;
import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.examples.benchmark.work.Contestant;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServer;
import dev.ilana.testkit.database.TestServers;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Compares, prints the tables and writes them and charts to {@code target/benchmark}. */
public final class Benchmark {

    private Benchmark() {}

    /**
     * Takes {@code quick} or {@code full}; full without. What follows are a database, PostgreSQL without, and names of
     * contestants and workloads, else all; those of the properties {@code benchmark.database} and {@code benchmark.only} count
     * as well.
     */
    public static void main(String[] args) throws IOException {
        Stream<String> properties =
                Stream.of("benchmark.database", "benchmark.only").map(name -> System.getProperty(name, ""));
        Arguments arguments =
                Arguments.of(Stream.concat(Arrays.stream(args), properties).toList());
        TestServer server = TestServers.server(arguments.database());
        if (!server.available()) {
            System.err.println("no " + arguments.database() + " to measure on: " + server.unavailableReason());
            System.exit(1);
        }
        try (TestDatabase database = server.createDatabase("benchmark")) {
            Measured measured = run(database, arguments.scale(), arguments.part());
            new Output(arguments.directory()).write(arguments.scale(), measured);
        }
        System.out.println(
                "These tables and charts are in " + arguments.directory().toAbsolutePath() + ".");
    }

    /**
     * Creates the tables, checks that the contestants agree and compares them.
     *
     * @throws IllegalStateException when they disagree
     */
    static Measured run(TestDatabase database, Scale scale, Part part) {
        Address address = Address.of(database.url());
        List<Workload> workloads = Workloads.on(database.kind(), scale).stream()
                .filter(part::hasWorkload)
                .toList();
        try (Tables tables = Tables.create(address, scale)) {
            try (Entrants entrants = Entrants.open(database.kind(), address, part)) {
                new Agreement(tables, scale).require(entrants.contestants());
            }
            try (Lanes lanes = Lanes.open(database.kind(), database.url(), part, scale)) {
                List<Result> results = new Race(lanes.lanes(), tables, scale).run(workloads);
                return new Measured(
                        address.sql().product(),
                        results,
                        part.hasCurves() ? curves(lanes, tables, scale.ofCurves()) : List.of(),
                        part.hasFactories() ? factories(address, tables, scale) : "");
            }
        }
    }

    private static List<Grown> curves(Lanes lanes, Tables tables, Scale scale) {
        return Curves.run(new Race(lanes.lanes(), tables, scale), scale);
    }

    /** Those are compared with themselves, and so in this JVM. */
    private static String factories(Address address, Tables tables, Scale scale) {
        Contestant<?, ?> models = Entrants.open(Entrants.MODELS, address);
        Rounds rounds;
        try {
            rounds = Factories.run(scale, () -> tables.prepare(NewUsers.NONE));
        } finally {
            models.close();
        }
        return new Report("one by one", "in batches", List.of(rounds))
                + String.format(
                        Locale.ROOT,
                        "The goal for factories in batches: at least %s times the users a second of one create() after the"
                                + " other, on a server that syncs its commits.%n",
                        Factories.GOAL);
    }
}
