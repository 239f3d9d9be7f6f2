package dev.ilana.testkit.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The flags that MariaDB's and MySQL's servers share: small, fast, and careless about a crash. */
final class MySqlFamilyFlags {

    /** Creates the account of tests; run by the server at its start, before it listens. */
    static final String ACCOUNT_SQL = """
            CREATE USER '%1$s'@'%%' IDENTIFIED BY '%2$s';
            GRANT ALL ON *.* TO '%1$s'@'%%' WITH GRANT OPTION;
            """.formatted(ServerAddress.USER, ServerAddress.PASSWORD);

    private MySqlFamilyFlags() {}

    static List<String> serve(Path data, Path accountSql, int port) {
        List<String> flags = new ArrayList<>(List.of(
                "--datadir=" + data,
                temporary(data),
                "--init-file=" + accountSql,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                // Relative to the data: a path below a long temp directory would exceed a socket's 107 bytes.
                "--socket=server.sock",
                "--pid-file=server.pid",
                "--character-set-server=utf8mb4",
                "--max-connections=300",
                "--skip-name-resolve",
                "--skip-log-bin",
                "--performance-schema=OFF",
                "--innodb-buffer-pool-size=64M",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-flush-method=nosync",
                "--innodb-doublewrite=OFF",
                // Containers often forbid it, or have none to spare.
                "--innodb-use-native-aio=OFF"));
        flags.addAll(asRoot());
        return flags;
    }

    /** Returns the flag of a place of its own: a server that starts deletes the temporary tables that it finds, another's too. */
    static String temporary(Path data) {
        return "--tmpdir=" + data.resolveSibling("");
    }

    /** Returns the flag without which these servers refuse root. */
    static List<String> asRoot() {
        return Machine.isRoot() ? List.of("--user=root") : List.of();
    }
}
