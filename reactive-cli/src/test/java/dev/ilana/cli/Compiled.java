package dev.ilana.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.tools.ToolProvider;

/** A directory of compiled classes and other files, to be used as it is or packed. */
record Compiled(Path directory) {

    /** Compiles the source of a class with that full name. */
    Compiled with(String name, String source) throws IOException {
        Path file = directory.resolveSibling("sources").resolve(name.replace('.', '/') + ".java");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.createDirectories(directory);
        Files.writeString(file, source);
        List<String> arguments = List.of(
                "-d",
                directory.toString(),
                "-classpath",
                directory + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                "-proc:none",
                file.toString());
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return this;
    }

    Compiled withFile(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
        return this;
    }

    /** As a jar, all of it below that directory, which may be empty. */
    Path jar(String name, String below) throws IOException {
        return jar(name, below, List.of());
    }

    /** As the jar of a Spring Boot application has it, with these libraries stored inside. */
    Path bootJar(String name, List<Path> libraries) throws IOException {
        return jar(name, "BOOT-INF/classes/", libraries);
    }

    private Path jar(String name, String below, List<Path> libraries) throws IOException {
        Path jar = directory.resolveSibling(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Path one : files()) {
                out.putNextEntry(new JarEntry(
                        below + directory.relativize(one).toString().replace('\\', '/')));
                Files.copy(one, out);
            }
            for (Path library : libraries) {
                out.putNextEntry(stored("BOOT-INF/lib/" + library.getFileName(), Files.readAllBytes(library)));
                Files.copy(library, out);
            }
        }
        return jar;
    }

    /** A jar in a jar is stored as it is: https://docs.spring.io/spring-boot/specification/executable-jar/. */
    private static JarEntry stored(String name, byte[] bytes) {
        JarEntry entry = new JarEntry(name);
        entry.setMethod(JarEntry.STORED);
        entry.setSize(bytes.length);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setCrc(crc.getValue());
        return entry;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
        }
    }
}
