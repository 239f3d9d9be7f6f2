package dev.ilana.testkit.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes what an archive holds below one directory, and never outside of it. */
final class ArchiveEntryWriter {

    private static final String EXECUTABLE = "rwxr-xr-x";
    private static final String PLAIN = "rw-r--r--";

    private final Path directory;

    ArchiveEntryWriter(Path directory) {
        this.directory = directory;
    }

    // Modes are set whatever the umask: as root the server may have to run as nobody.
    void file(String name, InputStream content, boolean executable) throws IOException {
        Path file = place(name);
        var unused = Files.copy(content, file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? EXECUTABLE : PLAIN));
    }

    void link(String name, String target) throws IOException {
        Path link = place(name);
        if (!link.resolveSibling(target).normalize().startsWith(directory)) {
            throw new IOException("The archive's link " + name + " leads out of it");
        }
        Files.createSymbolicLink(link, Path.of(target));
    }

    private Path place(String name) throws IOException {
        Path path = directory.resolve(name).normalize();
        if (!path.startsWith(directory)) {
            throw new IOException("The archive's entry " + name + " leads out of it");
        }
        Path folder = directory;
        for (Path step : directory.relativize(path.resolveSibling(""))) {
            folder = folder.resolve(step);
            create(folder);
        }
        return path;
    }

    private static void create(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(EXECUTABLE));
        }
    }
}
