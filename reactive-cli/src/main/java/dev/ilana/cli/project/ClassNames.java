package dev.ilana.cli.project;

import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.schema.migrate.MigrationName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The names of the classes in a directory or jar; none of them is loaded. */
final class ClassNames {

    private static final String SUFFIX = ".class";

    private ClassNames() {}

    /** The classes that are named as migrations are. */
    static List<String> ofMigrations(Path entry) {
        return topLevel(entry).stream()
                .filter(name -> MigrationName.isName(name.substring(name.lastIndexOf('.') + 1)))
                .toList();
    }

    /** All classes that are not inside another one. */
    static List<String> topLevel(Path entry) {
        return all(entry).stream().filter(name -> name.indexOf('$') < 0).toList();
    }

    /** All classes. */
    static List<String> all(Path entry) {
        try {
            return Files.isDirectory(entry) ? inDirectory(entry) : inJar(entry);
        } catch (IOException e) {
            throw new CommandFailedException("can't read " + entry + ": " + e.getMessage(), e);
        }
    }

    private static List<String> inDirectory(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return named(files.map(file -> directory.relativize(file).toString().replace('\\', '/')));
        }
    }

    private static List<String> inJar(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return named(file.stream().map(ZipEntry::getName));
        }
    }

    private static List<String> named(Stream<String> files) {
        return files.filter(file -> file.endsWith(SUFFIX) && !file.startsWith("META-INF/"))
                .map(file -> file.substring(0, file.length() - SUFFIX.length()).replace('/', '.'))
                .filter(name -> !name.endsWith("package-info") && !name.equals("module-info"))
                .sorted()
                .toList();
    }
}
