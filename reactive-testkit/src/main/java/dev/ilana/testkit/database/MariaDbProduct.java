package dev.ilana.testkit.database;

import java.util.Map;

/** MariaDB. */
final class MariaDbProduct extends MySqlFamilyProduct {

    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }

    @Override
    ContainerRecipe container() {
        return new ContainerRecipe(
                "mariadb:11.4",
                Map.of("MARIADB_ROOT_PASSWORD", ServerAddress.PASSWORD),
                CONTAINER_FLAGS,
                "root:" + ServerAddress.PASSWORD);
    }

    @Override
    LaunchedServer launch(int port) throws ServerUnavailableException {
        return EmbeddedMariaDb.launch(port);
    }
}
