package dev.ilana.testkit.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;

/** Unpacked binaries, kept between runs. */
final class BinaryCache {

    private final Path root;

    BinaryCache(Path root) {
        this.root = root;
    }

    static BinaryCache ofThisUser() throws ServerUnavailableException {
        Path home = Path.of(System.getProperty("user.home", "/"));
        Path ordinary = Path.of(Objects.requireNonNullElse(
                        System.getenv("XDG_CACHE_HOME"), home.resolve(".cache").toString()))
                .resolve("ilana-reactive");
        // As root the server may have to run as nobody, who can't look into /root.
        List<Path> places =
                Machine.isRoot() ? List.of(Path.of("/var/cache/ilana-reactive"), ordinary) : List.of(ordinary);
        for (Path place : places) {
            try {
                return new BinaryCache(Files.createDirectories(place));
            } catch (IOException notWritable) {
                // The next place, then.
            }
        }
        throw new ServerUnavailableException("no directory to unpack them in can be written: " + places);
    }

    /** Returns the directory of this name, filled by {@code unpacking} if it isn't there yet. */
    Path get(String name, Unpacking unpacking) throws ServerUnavailableException {
        Path target = root.resolve(name);
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            Path draft = Files.createTempDirectory(root, name + ".draft");
            try {
                unpacking.into(draft);
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
                publish(draft, target);
            } finally {
                DirectoryTree.delete(draft);
            }
            return target;
        } catch (IOException e) {
            throw new ServerUnavailableException("could not unpack " + name + " in " + root + ": " + e, e);
        }
    }

    // Another JVM may have been quicker: a rename onto a full directory fails, and theirs is as good as ours.
    private static void publish(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    /** Fills an empty directory. */
    @FunctionalInterface
    interface Unpacking {
        void into(Path directory) throws IOException;
    }
}
