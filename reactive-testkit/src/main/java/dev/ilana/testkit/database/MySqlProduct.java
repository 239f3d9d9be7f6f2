package dev.ilana.testkit.database;

import java.util.Map;

/** MySQL 8. */
final class MySqlProduct extends MySqlFamilyProduct {

    @Override
    DatabaseKind kind() {
        return DatabaseKind.MYSQL;
    }

    @Override
    ContainerRecipe container() {
        return new ContainerRecipe(
                "mysql:8.0",
                Map.of("MYSQL_ROOT_PASSWORD", ServerAddress.PASSWORD),
                CONTAINER_FLAGS,
                "root:" + ServerAddress.PASSWORD);
    }

    @Override
    LaunchedServer launch(int port) throws ServerUnavailableException {
        return EmbeddedMySql.launch(port);
    }
}
