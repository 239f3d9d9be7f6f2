package dev.ilana.testkit.database;

import java.util.List;
import java.util.Map;

/** PostgreSQL. */
final class PostgreSqlProduct extends ServerProduct {

    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }

    @Override
    String driver() {
        return "postgresql";
    }

    @Override
    int defaultPort() {
        return 5432;
    }

    @Override
    String adminDatabase() {
        return "postgres";
    }

    @Override
    void create(AdminConnection admin, String name) {
        admin.execute("CREATE DATABASE " + name + " ENCODING 'UTF8' TEMPLATE template0");
    }

    @Override
    void drop(AdminConnection admin, String name) {
        admin.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    @Override
    ContainerRecipe container() {
        return new ContainerRecipe(
                "postgres:16",
                Map.of("POSTGRES_USER", ServerAddress.USER, "POSTGRES_PASSWORD", ServerAddress.PASSWORD),
                List.of("postgres", "-c", "fsync=off", "-c", "max_connections=300"),
                ServerAddress.USER + ":" + ServerAddress.PASSWORD);
    }

    @Override
    LaunchedServer launch(int port) throws ServerUnavailableException {
        return EmbeddedPostgreSql.launch(port);
    }
}
