package dev.ilana.cli.code;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.project.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A short text that differs when what was added differs. */
final class Fingerprint {

    private final MessageDigest digest;

    Fingerprint() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @CanIgnoreReturnValue
    Fingerprint add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    /** A file, or the files in a directory: their names, their lengths and when they were changed. */
    @CanIgnoreReturnValue
    Fingerprint add(Path path) {
        add(path.toAbsolutePath().normalize().toString());
        for (Path file : Files.isRegularFile(path) ? List.of(path) : new FileTree(path).files()) {
            try {
                add(file.toString());
                add(Files.size(file) + " " + Files.getLastModifiedTime(file));
            } catch (IOException e) {
                throw new CommandFailedException("can't read " + file + ": " + e.getMessage(), e);
            }
        }
        return this;
    }

    /** What is in the file. */
    @CanIgnoreReturnValue
    Fingerprint addContent(Path file) {
        add(file.toAbsolutePath().normalize().toString());
        digest.update(FileTree.bytes(file));
        return add("");
    }

    String text() {
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
