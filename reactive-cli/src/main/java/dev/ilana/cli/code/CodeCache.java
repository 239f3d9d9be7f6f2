package dev.ilana.cli.code;

import dev.ilana.cli.console.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What was compiled or unpacked, kept for the next command. Each thing has a key that is another when the thing would be; what
 * was not used for long is removed. Where nothing can be kept, a thing lives as long as this is open.
 */
public final class CodeCache implements AutoCloseable {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String UNFINISHED = ".unfinished";

    private final Path root;
    private final List<Path> passing = new ArrayList<>();

    /** @param root where it is; it is made when it is needed */
    public CodeCache(Path root) {
        this.root = root;
    }

    /** The directory with that key, which is filled where it is not there. */
    Path directory(String key, Consumer<Path> fill) {
        Path there = root.resolve(key);
        if (Files.isDirectory(there)) {
            touch(there);
            return there;
        }
        Path made = unfinished();
        try {
            fill.accept(made);
        } catch (RuntimeException e) {
            remove(made);
            throw e;
        }
        return made.startsWith(root) ? named(made, there) : made;
    }

    /** A place for a file that passes with this. */
    Path file() {
        return passing().resolve("answer");
    }

    /** The text with that key; empty where none was kept. */
    Optional<String> text(String key) {
        Path there = root.resolve(key);
        try {
            if (!Files.exists(there)) {
                return Optional.empty();
            }
            touch(there);
            return Optional.of(Files.readString(there));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps the text, where that can be. */
    void keep(String key, String text) {
        try {
            Files.createDirectories(root);
            Path file = Files.createTempFile(root, key, UNFINISHED);
            Files.writeString(file, text);
            Files.move(file, root.resolve(key), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // It is found out again with the next command.
        }
    }

    private Path unfinished() {
        try {
            Files.createDirectories(root);
            sweep();
            return Files.createTempDirectory(root, UNFINISHED);
        } catch (IOException e) {
            return passing();
        }
    }

    private Path passing() {
        try {
            Path directory = Files.createTempDirectory("ilana-r");
            passing.add(directory);
            return directory;
        } catch (IOException e) {
            throw new CommandFailedException("can't make a directory for compiled classes: " + e.getMessage(), e);
        }
    }

    /** Another command may have made the same meanwhile. */
    private Path named(Path made, Path name) {
        try {
            return Files.move(made, name, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.isDirectory(name)) {
                remove(made);
                return name;
            }
            passing.add(made);
            return made;
        }
    }

    private void sweep() throws IOException {
        FileTime old = FileTime.from(Instant.now().minus(KEPT));
        try (Stream<Path> things = Files.list(root)) {
            for (Path thing : things.toList()) {
                if (Files.getLastModifiedTime(thing).compareTo(old) < 0) {
                    remove(thing);
                }
            }
        }
    }

    private static void touch(Path thing) {
        try {
            Files.setLastModifiedTime(thing, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // It is somebody else's, and is removed when they have not used it for long.
        }
    }

    private static void remove(Path thing) {
        try (Stream<Path> files = Files.walk(thing)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // What is left is removed with the next sweep.
        }
    }

    /** Removes what can't be kept. */
    @Override
    public void close() {
        passing.forEach(CodeCache::remove);
        passing.clear();
    }
}
