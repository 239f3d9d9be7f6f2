package dev.ilana.testkit.database;

/** What a test runs on, from its beginning to its end. */
interface RunningTest {

    Runner runner();

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
            public void end() {
                runner.close();
            }
        };
    }
}
