package dev.ilana.testkit.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A new directory below the temp directory for one server; its guard deletes it. */
final class DataDirectory {

    private DataDirectory() {}

    static Path create(String name) throws ServerUnavailableException {
        try {
            return Files.createTempDirectory("ilana-" + name + "-");
        } catch (IOException e) {
            throw new ServerUnavailableException("no temp directory: " + e.getMessage(), e);
        }
    }

    static Path write(Path directory, String name, String content) throws ServerUnavailableException {
        try {
            return Files.writeString(directory.resolve(name), content);
        } catch (IOException e) {
            throw new ServerUnavailableException("could not write " + name + ": " + e.getMessage(), e);
        }
    }

    /** Runs what fills the directory, and deletes it if that fails. */
    static void fill(Path directory, List<String> command) throws ServerUnavailableException {
        try {
            SetupCommand.run(command);
        } catch (ServerUnavailableException e) {
            try {
                DirectoryTree.delete(directory);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }
}
