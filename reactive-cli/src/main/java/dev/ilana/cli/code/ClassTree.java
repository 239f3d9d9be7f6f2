package dev.ilana.cli.code;

import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.project.FileTree;
import dev.ilana.schema.migrate.MigrationName;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The classes in a directory or jar; none of them is loaded. */
record ClassTree(Path path) {

    private static final String SUFFIX = ".class";
    private static final String LIBRARY = "dev/ilana/";

    /** The migrations: those that it registers, else those that are named as migrations are. */
    List<String> migrations(Class<?> service) {
        return registeredOr(
                service,
                root -> names(root)
                        .filter(name ->
                                isTopLevel(name) && MigrationName.isName(name.substring(name.lastIndexOf('.') + 1)))
                        .toList());
    }

    /** What it registers of that kind, else each class that has to do with the library. */
    List<String> ofLibrary(Class<?> service) {
        return registeredOr(service, ClassTree::namesOfLibrary);
    }

    /** All classes that are not inside another one. */
    List<String> topLevel() {
        return read(root -> names(root).filter(ClassTree::isTopLevel).toList());
    }

    /** All classes. */
    List<String> all() {
        return read(root -> names(root).toList());
    }

    /** What becomes of that directory inside it. */
    <T> T inside(Path directory, Function<Path, T> work) {
        return read(root -> work.apply(root.resolve(directory.toString().replace('\\', '/'))));
    }

    static boolean isTopLevel(String name) {
        return name.indexOf('$') < 0;
    }

    /** A file of {@code META-INF/services} says what counts, so that nothing else needs to be looked at. */
    private List<String> registeredOr(Class<?> service, Function<Path, List<String>> otherwise) {
        return read(root -> {
            Path register = root.resolve("META-INF/services/" + service.getName());
            return Files.exists(register) ? registered(register) : otherwise.apply(root);
        });
    }

    private static List<String> registered(Path register) {
        try (Stream<String> lines = Files.lines(register)) {
            return lines.map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new CommandFailedException("can't read " + register + ": " + e.getMessage(), e);
        }
    }

    private static Stream<String> names(Path root) {
        return files(root).stream().map(file -> name(root, file));
    }

    private static List<String> namesOfLibrary(Path root) {
        // By the names in its constants: to load all classes of an application would take long, and need all of its
        // libraries.
        return files(root).stream()
                .filter(file -> FileTree.mentions(file, LIBRARY))
                .map(file -> name(root, file))
                .filter(name -> CodeLoader.class.getResource("/" + name.replace('.', '/') + SUFFIX) == null)
                .toList();
    }

    private static String name(Path root, Path file) {
        String relative = root.relativize(file).toString().replace('\\', '/');
        return relative.substring(0, relative.length() - SUFFIX.length()).replace('/', '.');
    }

    private static List<Path> files(Path root) {
        return new FileTree(root)
                .files().stream()
                        .filter(file -> isClass(root.relativize(file).toString()))
                        .toList();
    }

    private static boolean isClass(String file) {
        return file.endsWith(SUFFIX)
                && !file.startsWith("META-INF")
                && !file.endsWith("package-info.class")
                && !file.equals("module-info.class");
    }

    <T> T read(Function<Path, T> work) {
        if (Files.isDirectory(path)) {
            return work.apply(path);
        }
        try (FileSystem jar = FileSystems.newFileSystem(path, (ClassLoader) null)) {
            return work.apply(jar.getPath("/"));
        } catch (IOException | RuntimeException e) {
            if (e instanceof CommandFailedException failed) {
                throw failed;
            }
            throw new CommandFailedException("can't read " + path + ": " + e.getMessage(), e);
        }
    }

    /** The same of all of these. */
    static List<String> each(List<Path> entries, Function<ClassTree, List<String>> names) {
        List<String> all = new ArrayList<>();
        entries.forEach(entry -> all.addAll(names.apply(new ClassTree(entry))));
        return all;
    }
}
