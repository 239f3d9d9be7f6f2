package dev.ilana.cli.project;

import dev.ilana.cli.console.CommandFailedException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** A file that a command reads, or writes with the directories that are missing. */
public record TextFile(Path path) {

    private static final String OVER = "force it to write over it";

    /** @throws CommandFailedException when it can't be read, or is no text */
    public String read() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new CommandFailedException("can't read " + path + ": " + reason(e), e);
        }
    }

    /** @throws CommandFailedException when it is there */
    public void requireNew() {
        requireNew(OVER);
    }

    /**
     * @param otherwise what a person can do about it
     * @throws CommandFailedException when it is there
     */
    public void requireNew(String otherwise) {
        if (Files.exists(path)) {
            throw new CommandFailedException(path + " is there already; " + otherwise);
        }
    }

    /**
     * Nothing, when it or the directories that are missing could be written, as far as that can be told before.
     *
     * @throws CommandFailedException when something else is in its place or on the way there, or access is denied
     */
    public void requireWritable() {
        Path there = path.toAbsolutePath();
        boolean itself = Files.exists(there);
        while (!Files.exists(there)) {
            there = Objects.requireNonNull(there.getParent(), "a file system without a root");
        }
        if (itself ? Files.isDirectory(there) : !Files.isDirectory(there)) {
            throw cannotWrite(itself ? "it is a directory" : there + " is no directory");
        } else if (!Files.isWritable(there)) {
            throw cannotWrite("access is denied");
        }
    }

    private CommandFailedException cannotWrite(String reason) {
        return new CommandFailedException("can't write " + path + ": " + reason);
    }

    /**
     * @param over whether over a file that is there
     * @throws CommandFailedException when it can't be written, or is there and must not be
     */
    public void write(String text, boolean over) {
        Path directory = path.toAbsolutePath().getParent();
        OpenOption[] options =
                over ? new OpenOption[0] : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
        try {
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.writeString(path, text, options);
        } catch (FileAlreadyExistsException e) {
            throw Files.exists(path)
                    ? taken()
                    : new CommandFailedException("can't write " + path + ": " + e.getFile() + " is no directory", e);
        } catch (IOException e) {
            throw new CommandFailedException("can't write " + path + ": " + reason(e), e);
        }
    }

    private CommandFailedException taken() {
        return new CommandFailedException(path + " is there already; " + OVER);
    }

    /** The messages of some are the name of the file and no more. */
    private static String reason(IOException error) {
        if (error instanceof NoSuchFileException) {
            return "there is no such file";
        } else if (error instanceof AccessDeniedException) {
            return "access is denied";
        } else if (error instanceof CharacterCodingException) {
            return "it is no text in UTF-8";
        }
        return String.valueOf(error.getMessage());
    }
}
