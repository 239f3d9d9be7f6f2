package dev.ilana.cli.tinker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/** Where what was typed is kept, for its owner only: a snippet may have a password in it. */
final class HistoryFile {

    private HistoryFile() {}

    /** The file, which is there then; empty where it can't be. */
    static Optional<Path> of(Map<String, String> environment) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base = state.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(state);
        Path file = base.resolve("ilana-r").resolve("tinker_history");
        try {
            Files.createDirectories(base.resolve("ilana-r"));
            if (!Files.exists(file)) {
                create(file);
            }
            return Optional.of(file).filter(Files::isWritable);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void create(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
