package dev.ilana.testkit.database;

import java.util.Locale;

/** What differs between the servers: how each is reached, asked for databases, and brought up. */
abstract class ServerProduct {

    abstract DatabaseKind kind();

    /** Returns the R2DBC driver's name. */
    abstract String driver();

    abstract int defaultPort();

    /** Returns the database to connect to while creating others. */
    abstract String adminDatabase();

    abstract void create(AdminConnection admin, String name);

    abstract void drop(AdminConnection admin, String name);

    abstract ContainerRecipe container();

    /** Starts a new, empty server from binaries on this machine, at that port; returns before it is ready. */
    abstract LaunchedServer launch(int port) throws ServerUnavailableException;

    /** Returns the scheme of the URLs that tests are given. */
    final String scheme() {
        return kind().name().toLowerCase(Locale.ROOT);
    }

    final String environmentVariable() {
        return "ILANA_TEST_" + kind().name() + "_URL";
    }

    final String adminUrl(ServerAddress address) {
        return address.url("r2dbc:" + driver(), adminDatabase());
    }
}
