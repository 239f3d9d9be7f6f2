package dev.ilana.testkit.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server that lives no longer than this JVM. A small shell guards it, reading a pipe that only this JVM holds: when
 * the pipe ends, by {@link #stop()}, at exit or because the JVM was killed, the guard stops the server and deletes its
 * directory.
 */
final class ServerProcess {

    // A signal at the terminal reaches the guard as well, hence the trap: it must outlive the server to clean up. A
    // server
    // that was only forked yet, and has not run its command, loses the signal in that trap: hence it is sent until it
    // is heard.
    private static final String GUARD = """
            directory=$1; signal=$2; shift 2
            trap : INT TERM HUP
            exec 3<&0 </dev/null
            "$@" 3<&- & server=$!
            {
              trap '' INT TERM HUP
              cat <&3
              while kill -s "$signal" "$server"; do sleep 1; done
            } >/dev/null 2>&1 & watch=$!
            exec 3<&-
            while kill -0 "$server" 2>/dev/null; do wait "$server"; done
            kill -s KILL "$watch" 2>/dev/null
            rm -rf -- "$directory"
            """;

    private static final long STOP_SECONDS = 15;

    private final Process guard;
    private final Tail output;

    private ServerProcess(Process guard, Tail output) {
        this.guard = guard;
        this.output = output;
    }

    /** Starts {@code command}; {@code stopSignal} is the one that ends it at once but cleanly. */
    static ServerProcess start(Path directory, String stopSignal, List<String> command)
            throws ServerUnavailableException {
        List<String> guarded =
                new ArrayList<>(List.of("sh", "-c", GUARD, "server-guard", directory.toString(), stopSignal));
        guarded.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(guarded).redirectErrorStream(true);
        try {
            Process guard = builder.start();
            ServerProcess server = new ServerProcess(guard, Tail.of(guard.getInputStream()));
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "ilana-stop-server"));
            return server;
        } catch (IOException e) {
            throw new ServerUnavailableException("could not run " + command.get(0) + ": " + e.getMessage(), e);
        }
    }

    boolean alive() {
        return guard.isAlive();
    }

    /** Returns the last lines the server wrote. */
    String lastWords() {
        return output.text();
    }

    /** Stops the server and waits until its directory is gone; after 15 seconds it is killed. */
    void stop() {
        try {
            guard.getOutputStream().close();
        } catch (IOException alreadyEnded) {
            // The pipe is closed either way.
        }
        try {
            if (!guard.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                guard.descendants().forEach(ProcessHandle::destroyForcibly);
                guard.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
