package dev.ilana.testkit.database;

/** H2 in memory: no server, each database lives in this JVM. */
record H2Server() implements TestServer {

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.H2;
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public String unavailableReason() {
        return "";
    }

    @Override
    public TestDatabase createDatabase(String nameHint) {
        String name = DatabaseName.unique(nameHint);
        // Nothing is opened here: what H2 settles when a database is opened first is for its user to say.
        return new TestDatabase(kind(), name, "h2:mem:" + name, () -> shutDown(name));
    }

    private static void shutDown(String name) {
        try (AdminConnection admin = AdminConnection.open("r2dbc:h2:mem:///" + name)) {
            admin.execute("SHUTDOWN IMMEDIATELY");
        }
    }
}
