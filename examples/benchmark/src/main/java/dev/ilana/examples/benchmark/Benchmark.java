package dev.ilana.examples.benchmark;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.dialect.Dialects;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServer;
import dev.ilana.testkit.database.TestServers;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import java.util.List;

/** Compares, and prints the table. */
public final class Benchmark {

    private static final int CONNECTIONS = 10;

    private Benchmark() {}

    /** Takes {@code quick} or {@code full}; full without. */
    public static void main(String[] args) {
        Scale scale = args.length == 0 ? Scale.FULL : Scale.named(args[0]);
        TestServer server = TestServers.server(DatabaseKind.POSTGRESQL);
        if (!server.available()) {
            System.err.println("no PostgreSQL to measure on: " + server.unavailableReason());
            System.exit(1);
        }
        System.out.printf(
                "%d rounds on JDK %s, %d cores, which the database shares if it is local.%n%n",
                scale.rounds(), Runtime.version(), Runtime.getRuntime().availableProcessors());
        try (TestDatabase database = server.createDatabase("benchmark")) {
            System.out.println(run(database, scale));
        }
        System.out.printf("The goal for finding by id: at most %s times the CPU.%n", Report.GOAL);
        System.out.printf(
                "The goal for users with posts: at least %s times the posts a second, for few users and for many.%n",
                Report.EAGER_GOAL);
        System.out.printf("The goal for inserting many: at least %s times the rows a second.%n", Report.BULK_GOAL);
        System.out.printf(
                "The goal for factories in batches: at least %s times the users a second of one create() after the other, on a server that syncs its commits.%n",
                Report.FACTORY_GOAL);
    }

    /**
     * Creates the tables, checks that the contestants agree and compares them; gives the tables of it.
     *
     * @throws IllegalStateException when they disagree
     */
    static String run(TestDatabase database, Scale scale) {
        ConnectionPool pool = pool(database);
        try {
            UsersTable.create(pool, scale.users());
            DB.setDefault(Database.of(pool, Dialects.POSTGRESQL));
            Contestant<?, ?> base = new HandWritten(pool);
            Contestant<?, ?> compared = new WithModels();
            Agreement.require(scale, base, compared);
            Runnable before = () -> UsersTable.emptyNewUsers(pool);
            Report models = new Report(base.name(), compared.name(), Rounds.run(scale, before, base, compared));
            return models
                    + System.lineSeparator()
                    + new Report("one by one", "in batches", List.of(Factories.run(scale, before)));
        } finally {
            var unused = pool.disposeLater().block();
        }
    }

    /** With the driver options that {@code Database.connect} sets. */
    private static ConnectionPool pool(TestDatabase database) {
        String url = "r2dbc:" + database.url() + "?forceBinary=true&preparedStatementCacheQueries=256";
        return new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(url))
                .initialSize(CONNECTIONS)
                .maxSize(CONNECTIONS)
                .build());
    }
}
