package dev.ilana.testkit.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * How to run PostgreSQL, which refuses root, without root.
 *
 * @param prefix what stands before each command
 * @param owner the user id that must own the data, or -1 for our own
 */
record Unprivileged(List<String> prefix, int owner) {

    private static final int NOBODY = 65534;

    static Unprivileged find() throws ServerUnavailableException {
        return Machine.isRoot() ? forRoot(SetupCommand::succeeds) : new Unprivileged(List.of(), -1);
    }

    static Unprivileged forRoot(Predicate<List<String>> succeeds) throws ServerUnavailableException {
        // In a user namespace of its own the process is nobody, yet the files it writes stay ours.
        Unprivileged namespace = new Unprivileged(List.of("unshare", "-U"), -1);
        Unprivileged nobody = new Unprivileged(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);
        for (Unprivileged way : List.of(namespace, nobody)) {
            if (succeeds.test(way.command(List.of("true")))) {
                return way;
            }
        }
        throw new ServerUnavailableException(
                "PostgreSQL refuses to run as root, and neither unshare -U nor setpriv works");
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    void own(Path... paths) throws ServerUnavailableException {
        if (owner < 0) {
            return;
        }
        try {
            for (Path path : paths) {
                Files.setAttribute(path, "unix:uid", owner);
            }
        } catch (IOException e) {
            throw new ServerUnavailableException("could not give the data directory to nobody: " + e.getMessage(), e);
        }
    }
}
