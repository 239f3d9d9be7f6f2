package dev.ilana.cli.project;

import dev.ilana.cli.console.CommandFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a directory and of those below it; none where it is not there. */
public record FileTree(Path root) {

    /**
     * All of them, in order.
     *
     * @throws CommandFailedException when it can't be read
     */
    public List<Path> files() {
        try (Stream<Path> all = Files.isDirectory(root) ? Files.walk(root) : Stream.empty()) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new CommandFailedException("can't read " + root + ": " + e.getMessage(), e);
        }
    }

    /** Those whose names end so. */
    public List<Path> files(String ending) {
        return files().stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    /**
     * Whether that is somewhere in the file, be it text or not.
     *
     * @throws CommandFailedException when it can't be read
     */
    public static boolean mentions(Path file, String ascii) {
        return new String(bytes(file), StandardCharsets.ISO_8859_1).contains(ascii);
    }

    /** @throws CommandFailedException when it can't be read */
    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandFailedException("can't read " + file + ": " + e.getMessage(), e);
        }
    }
}
