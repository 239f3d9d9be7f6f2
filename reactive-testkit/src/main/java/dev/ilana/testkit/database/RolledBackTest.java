package dev.ilana.testkit.database;

import dev.ilana.connection.Database;
import dev.ilana.connection.QueryListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A test in one transaction, which is rolled back. */
final class RolledBackTest implements RunningTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestTransaction transaction;
    private final Runner runner;

    RolledBackTest(TestDatabase place, RolledBackConnections connections) {
        transaction = new TestTransaction(connections);
        List<QueryListener.Query> statements = new CopyOnWriteArrayList<>();
        Database database = Database.builder(transaction, connections.dialect())
                .withListener(statements::add)
                .build();
        runner = new Runner(place, database, statements, transaction::acquired, () -> {});
    }

    @Override
    public Runner runner() {
        return runner;
    }

    @Override
    public void end() {
        var unused = transaction.rollback().block(PATIENCE);
    }
}
