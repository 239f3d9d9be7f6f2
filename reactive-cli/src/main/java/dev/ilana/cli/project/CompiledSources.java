package dev.ilana.cli.project;

import dev.ilana.cli.console.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory of compiled classes that lives as long as they are needed. */
record CompiledSources(Path directory) implements AutoCloseable {

    static CompiledSources create() {
        try {
            return new CompiledSources(Files.createTempDirectory("ilana-r"));
        } catch (IOException e) {
            throw new CommandFailedException("can't make a directory for compiled classes: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new CommandFailedException("can't remove " + directory + ": " + e.getMessage(), e);
        }
    }
}
