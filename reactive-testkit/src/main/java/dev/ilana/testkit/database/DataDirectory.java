package dev.ilana.testkit.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A new directory for one server, in memory where there is room for it, else below the temp directory; its guard deletes it.
 * MariaDB writes each change of a schema through to the disk, whatever it is told, which takes twenty times as long.
 */
final class DataDirectory {

    /** Where Linux keeps files in memory. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long ROOM = 4L << 30;

    private DataDirectory() {}

    static Path create(String name) throws ServerUnavailableException {
        try {
            String prefix = "ilana-" + name + "-";
            return hasMemory() ? Files.createTempDirectory(MEMORY, prefix) : Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new ServerUnavailableException("no temp directory: " + e.getMessage(), e);
        }
    }

    private static boolean hasMemory() throws IOException {
        return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
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
