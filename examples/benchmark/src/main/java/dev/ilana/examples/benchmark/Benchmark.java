package dev.ilana.examples.benchmark;

import dev.ilana.examples.benchmark.Tables.NewUsers;
import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServer;
import dev.ilana.testkit.database.TestServers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Compares, prints the tables and writes them and charts to {@code target/benchmark}. */
public final class Benchmark {

    private static final Path DIRECTORY = Path.of("target", "benchmark");

    private Benchmark() {}

    /**
     * Takes {@code quick} or {@code full}; full without. What follows are names of contestants and workloads, else all; those
     * of the property {@code benchmark.only} count as well.
     */
    public static void main(String[] args) throws IOException, SQLException {
        Scale scale = args.length == 0 ? Scale.FULL : Scale.named(args[0]);
        Part part = Part.named(
                Stream.concat(Arrays.stream(args).skip(1), Stream.of(System.getProperty("benchmark.only", "")))
                        .flatMap(names -> Arrays.stream(names.split(",", -1)))
                        .toList());
        TestServer server = TestServers.server(DatabaseKind.POSTGRESQL);
        if (!server.available()) {
            System.err.println("no PostgreSQL to measure on: " + server.unavailableReason());
            System.exit(1);
        }
        try (TestDatabase database = server.createDatabase("benchmark")) {
            new Output(DIRECTORY).write(scale, run(database, scale, part));
        }
        System.out.println("These tables and charts are in " + DIRECTORY.toAbsolutePath() + ".");
    }

    /**
     * Creates the tables, checks that the contestants agree and compares them.
     *
     * @throws IllegalStateException when they disagree
     */
    static Measured run(TestDatabase database, Scale scale, Part part) throws SQLException {
        Address address = Address.of(database.url());
        List<Workload> workloads =
                Workloads.all(scale).stream().filter(part::hasWorkload).toList();
        try (Tables tables = Tables.create(address, scale);
                Entrants entrants = Entrants.open(address, part)) {
            new Agreement(tables, scale).require(entrants.contestants());
            List<Result> results = new Race(entrants.contestants(), tables, scale).run(workloads);
            return new Measured(
                    results,
                    part.hasCurves() ? curves(entrants, tables, scale.ofCurves()) : List.of(),
                    part.hasFactories() ? factories(tables, scale) : "");
        }
    }

    private static List<Grown> curves(Entrants entrants, Tables tables, Scale scale) {
        return Curves.run(new Race(entrants.contestants(), tables, scale), scale);
    }

    private static String factories(Tables tables, Scale scale) {
        Rounds rounds = Factories.run(scale, () -> tables.prepare(NewUsers.NONE));
        return new Report("one by one", "in batches", List.of(rounds))
                + String.format(
                        Locale.ROOT,
                        "The goal for factories in batches: at least %s times the users a second of one create() after the"
                                + " other, on a server that syncs its commits.%n",
                        Factories.GOAL);
    }
}
