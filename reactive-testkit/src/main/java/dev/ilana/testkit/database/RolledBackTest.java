package dev.ilana.testkit.database;

import dev.ilana.connection.Database;
import dev.ilana.connection.QueryListener;
import dev.ilana.testkit.probe.Probe;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A test in one transaction, which is rolled back. */
final class RolledBackTest implements RunningTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestTransaction transaction;
    private final Probe probe;
    private final Runner runner;

    RolledBackTest(TestDatabase place, RolledBackConnections connections) {
        transaction = new TestTransaction(connections);
        probe = Probe.around(transaction);
        Queue<QueryListener.Query> statements = new ConcurrentLinkedQueue<>();
        Database database = Database.builder(probe, connections.dialect())
                .withListener(statements::add)
                .withListener(Recording.LISTENER)
                .build();
        runner = new Runner(place, database, statements, transaction::acquired, () -> {});
    }

    @Override
    public Runner runner() {
        return runner;
    }

    @Override
    public Probe probe() {
        return probe;
    }

    @Override
    public void end() {
        Awaited.value(transaction.rollback(), PATIENCE);
    }
}
