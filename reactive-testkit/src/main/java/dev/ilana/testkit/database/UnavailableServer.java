package dev.ilana.testkit.database;

/** Stands for a server that could be neither found nor started. */
record UnavailableServer(DatabaseKind kind, String unavailableReason) implements TestServer {

    @Override
    public boolean available() {
        return false;
    }

    @Override
    public TestDatabase createDatabase(String nameHint) {
        throw new IllegalStateException(unavailableReason);
    }
}
