package dev.ilana.examples.streaming;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Fetches an export and takes a row when it is told to; what it has not taken stays with the server. */
final class SlowClient implements AutoCloseable {

    static final int RECEIVE_BUFFER = 16 * 1024;

    private final Socket socket = new Socket();
    private final BufferedReader reader;

    SlowClient(int port) {
        try {
            socket.setReceiveBufferSize(RECEIVE_BUFFER);
            socket.setSoTimeout(30_000);
            socket.connect(new InetSocketAddress("localhost", port));
            socket.getOutputStream()
                    .write("GET /sales.ndjson HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next rows; fewer where the export ends. */
    List<String> take(int rows) {
        return reader.lines().filter(line -> line.startsWith("{")).limit(rows).toList();
    }

    /** Hangs up. */
    @Override
    public void close() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
