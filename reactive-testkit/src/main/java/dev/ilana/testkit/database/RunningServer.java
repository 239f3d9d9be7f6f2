package dev.ilana.testkit.database;

/** A server that answered: databases are created and dropped through its administrator account. */
record RunningServer(ServerProduct product, ServerAddress address) implements TestServer {

    @Override
    public DatabaseKind kind() {
        return product.kind();
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
        try (AdminConnection admin = connect()) {
            product.create(admin, name);
        }
        return new TestDatabase(kind(), name, address.url(product.scheme(), name), () -> drop(name));
    }

    private void drop(String name) {
        try (AdminConnection admin = connect()) {
            product.drop(admin, name);
        }
    }

    private AdminConnection connect() {
        return AdminConnection.open(product.adminUrl(address));
    }

    // The generated text would show the password.
    @Override
    public String toString() {
        return kind() + " at " + address;
    }
}
