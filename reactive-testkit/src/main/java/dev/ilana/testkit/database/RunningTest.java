package dev.ilana.testkit.database;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.testkit.probe.Probe;

/** What a test runs on, from its beginning to its end. */
interface RunningTest {

    Runner runner();

    /**
     * What its connections are made by.
     *
     * @throws InvalidUsageException when they come from a pool of its own
     */
    Probe probe();

    /**
     * Undoes what the test has done, or throws it away; blocks.
     *
     * @throws AssertionError when that can't be
     */
    void end();

    /** On a database of its own. */
    static RunningTest alone(Runner runner) {
        return new RunningTest() {
            @Override
            public Runner runner() {
                return runner;
            }

            @Override
            public Probe probe() {
                throw new InvalidUsageException("a test that is not rolled back has a pool, and no Probe; put"
                        + " Probe.around(factory) around a connection factory, and make a database of that");
            }

            @Override
            public void end() {
                runner.close();
            }
        };
    }
}
