package dev.ilana.cli.code;

import dev.ilana.cli.console.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An entry of a classpath: a directory, or a jar, plain or with its libraries merged in. The jar or war of a Spring Boot
 * application, which has its classes and libraries inside as they are, is unpacked into the cache.
 */
public record Archive(Path path, CodeCache cache) implements CodePlace {

    private enum Layout {
        BOOT_JAR("BOOT-INF/classes", "BOOT-INF/lib"),
        WAR("WEB-INF/classes", "WEB-INF/lib");

        private final String classes;
        private final String libraries;

        Layout(String classes, String libraries) {
            this.classes = classes;
            this.libraries = libraries;
        }

        boolean isOf(Path root) {
            return Files.isDirectory(root.resolve(classes));
        }
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public List<Path> classes() {
        return Files.exists(path) ? build().own() : List.of();
    }

    @Override
    public Classpath build() {
        if (!Files.exists(path)) {
            throw new CommandFailedException("--classpath names " + path + ", which does not exist");
        }
        return new ClassTree(path)
                .read(root -> Stream.of(Layout.values())
                        .filter(layout -> layout.isOf(root))
                        .findFirst())
                .map(this::unpacked)
                .orElseGet(() -> new Classpath(List.of(path), List.of()));
    }

    private Classpath unpacked(Layout layout) {
        if (Files.isDirectory(path)) {
            return classpath(path, layout);
        }
        String key = new Fingerprint().add("archive").add(path).text();
        Path unpacked = cache.directory(key, directory -> unpack(layout, directory));
        return classpath(unpacked, layout);
    }

    private static Classpath classpath(Path root, Layout layout) {
        Path libraries = root.resolve(layout.libraries);
        try (Stream<Path> jars = Files.isDirectory(libraries) ? Files.list(libraries) : Stream.empty()) {
            return new Classpath(
                    List.of(root.resolve(layout.classes)),
                    jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList());
        } catch (IOException e) {
            throw new CommandFailedException("can't read " + libraries + ": " + e.getMessage(), e);
        }
    }

    private void unpack(Layout layout, Path to) {
        var unused = new ClassTree(path).read(root -> {
            copy(root, layout.classes, to);
            copy(root, layout.libraries, to);
            return to;
        });
    }

    private static void copy(Path root, String name, Path to) {
        Path from = root.resolve(name);
        try (Stream<Path> files = Files.isDirectory(from) ? Files.walk(from) : Stream.empty()) {
            for (Path file : files.toList()) {
                Path target = to.resolve(root.relativize(file).toString()).normalize();
                if (!target.startsWith(to)) {
                    throw new IOException(file + " is outside of the archive");
                }
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new CommandFailedException("can't unpack " + from + ": " + e.getMessage(), e);
        }
    }
}
