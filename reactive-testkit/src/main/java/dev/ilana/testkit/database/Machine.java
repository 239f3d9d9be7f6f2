package dev.ilana.testkit.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the servers need to know about the machine they run on. */
final class Machine {

    private Machine() {}

    /** Fails where the embedded binaries, which are built for 64-bit Linux on Intel, can't run. */
    static void requireLinuxAmd64() throws ServerUnavailableException {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!system.equals("Linux amd64")) {
            throw new ServerUnavailableException("there are none for " + system + ", only for Linux amd64");
        }
    }

    static boolean isRoot() {
        try {
            return Objects.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), 0);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Returns a port of the loopback address that was free a moment ago. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the program of this name on the PATH. */
    static Optional<Path> program(String name) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
