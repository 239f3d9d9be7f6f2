package dev.ilana.testkit.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Java of every module, and the regions in it that stand between {@code // tag::name} and {@code // end::name}. */
final class Sources {

    private final Path root;
    private final List<Path> files;

    private Sources(Path root, List<Path> files) {
        this.root = root;
        this.files = files;
    }

    /** Those of the repository that the tests run in. */
    static Sources ofRepository() {
        Path root = root();
        try (Stream<Path> modules = Files.find(root, 3, (path, attributes) -> isSourceFolder(root.relativize(path)))) {
            List<Path> files = new ArrayList<>();
            for (Path folder : modules.toList()) {
                try (Stream<Path> found = Files.walk(folder)) {
                    found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                }
            }
            return new Sources(root, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder above this one that Maven's settings lie in. */
    static Path root() {
        Path folder = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("no folder above " + System.getProperty("user.dir") + " has a .mvn");
            }
        }
        return folder;
    }

    private static boolean isSourceFolder(Path path) {
        return path.getNameCount() > 1
                && path.getName(path.getNameCount() - 1).toString().equals("src")
                && Stream.of("target", ".git").noneMatch(path.toString()::contains);
    }

    /**
     * The region of that name, with its indent taken off; parts of the same name make one region.
     *
     * @throws AssertionError when no file of that name has it, or more than one
     */
    String region(String file, String name) {
        List<Path> having = files.stream()
                .filter(path -> path.getFileName().toString().equals(file + ".java"))
                .filter(path -> lines(path).stream().anyMatch(line -> isMark(line, "tag", name)))
                .toList();
        if (having.size() != 1) {
            throw new AssertionError("the region needs exactly one file " + file + ".java with a line \"// tag::" + name
                    + "\", but has " + having.stream().map(root::relativize).toList());
        }
        return unindented(between(lines(having.get(0)), name));
    }

    private static List<String> between(List<String> lines, String name) {
        List<String> region = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (isMark(line, "tag", name) || isMark(line, "end", name)) {
                inside = isMark(line, "tag", name);
            } else if (inside && !line.strip().matches("// (tag|end)::\\w+")) {
                region.add(line);
            }
        }
        if (inside) {
            throw new AssertionError("\"// tag::" + name + "\" has no \"// end::" + name + "\"");
        }
        return region;
    }

    private static boolean isMark(String line, String kind, String name) {
        return line.strip().equals("// " + kind + "::" + name);
    }

    private static String unindented(List<String> lines) {
        return String.join("\n", lines).stripIndent().strip();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
