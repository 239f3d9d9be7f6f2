package dev.ilana.testkit.database;

import java.time.Duration;

/** The database of a test class, until the class is done. */
final class TestClass implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestSpec spec;
    private final Runner runner;
    private final RolledBackConnections connections;

    TestClass(TestSpec spec) {
        this.spec = spec;
        this.runner = spec.open();
        this.connections = new RolledBackConnections(runner.database());
    }

    Runner runner() {
        return runner;
    }

    RunningTest begin(boolean rollback) {
        return rollback ? new RolledBackTest(runner.place(), connections) : RunningTest.alone(spec.open());
    }

    @Override
    public void close() {
        try {
            var unused = connections.close().block(PATIENCE);
        } finally {
            runner.close();
        }
    }
}
