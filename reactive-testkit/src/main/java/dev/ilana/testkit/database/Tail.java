package dev.ilana.testkit.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads a process's output to its end, so that it never blocks on a full pipe, and remembers the last lines. */
final class Tail {

    private static final int LINES = 20;

    private final Deque<String> lines = new ArrayDeque<>();

    private Tail() {}

    static Tail of(InputStream output) {
        Tail tail = new Tail();
        Thread reader = new Thread(() -> tail.read(output), "ilana-server-output");
        reader.setDaemon(true);
        reader.start();
        return tail;
    }

    String text() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    private void read(InputStream output) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("(output lost: " + e.getMessage() + ")");
        }
    }

    private void add(String line) {
        synchronized (lines) {
            if (lines.size() == LINES) {
                lines.removeFirst();
            }
            lines.addLast(line);
        }
    }
}
