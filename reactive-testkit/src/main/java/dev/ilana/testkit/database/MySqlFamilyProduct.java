package dev.ilana.testkit.database;

import java.util.List;

/** What MariaDB and MySQL share: the driver, the port and the SQL of databases. */
abstract class MySqlFamilyProduct extends ServerProduct {

    static final List<String> CONTAINER_FLAGS =
            List.of("--max-connections=300", "--innodb-flush-log-at-trx-commit=0", "--skip-log-bin");

    @Override
    final String driver() {
        return "mysql";
    }

    @Override
    final int defaultPort() {
        return 3306;
    }

    @Override
    final String adminDatabase() {
        return "mysql";
    }

    @Override
    final void create(AdminConnection admin, String name) {
        admin.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    }

    @Override
    final void drop(AdminConnection admin, String name) {
        // There is no WITH (FORCE), and a forgotten transaction would hold DROP back for a day.
        for (String id : admin.column("SELECT id FROM information_schema.processlist WHERE db = '" + name + "'")) {
            kill(admin, id);
        }
        admin.execute("SET SESSION lock_wait_timeout = 10");
        admin.execute("DROP DATABASE IF EXISTS " + name);
    }

    private static void kill(AdminConnection admin, String id) {
        try {
            admin.execute("KILL " + id);
        } catch (IllegalStateException alreadyGone) {
            // It ended between the listing and the kill.
        }
    }
}
