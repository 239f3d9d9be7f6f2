package dev.ilana.cli.make;

import dev.ilana.cli.console.Console;
import dev.ilana.cli.project.TextFile;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A {@code .gitignore} that is to have those lines, beside what it has. */
record IgnoreFile(TextFile file, List<String> lines) {

    /**
     * The lines that it doesn't have.
     *
     * @throws dev.ilana.cli.console.CommandFailedException when it can't be read or written
     */
    List<String> missing() {
        file.requireWritable();
        if (!Files.exists(file.path())) {
            return lines;
        }
        Set<String> there = file.read().lines().map(IgnoreFile::anywhere).collect(Collectors.toSet());
        return lines.stream().filter(line -> !there.contains(anywhere(line))).toList();
    }

    /** Writes it with those lines too, and reports that. */
    void add(List<String> missing, Console console) {
        String added = String.join("\n", missing) + "\n";
        if (!Files.exists(file.path())) {
            MadeFile.write(List.of(MadeFile.of(file.path(), added)), false, console);
        } else if (missing.isEmpty()) {
            MadeFile.left(file.path(), console);
        } else {
            String before = file.read();
            file.write(before.isEmpty() || before.endsWith("\n") ? before + added : before + "\n" + added, true);
            MadeFile.completed(file.path(), console);
        }
    }

    /** The pattern without what says that it is of this directory alone. */
    private static String anywhere(String line) {
        String pattern = line.strip();
        return pattern.startsWith("/") ? pattern.substring(1) : pattern;
    }
}
