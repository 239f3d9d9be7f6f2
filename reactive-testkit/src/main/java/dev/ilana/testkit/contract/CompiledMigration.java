package dev.ilana.testkit.contract;

import dev.ilana.DB;
import dev.ilana.schema.migrate.Migration;
import io.r2dbc.spi.ConnectionFactory;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** The migration that a source is, by the JDK's own compiler. */
final class CompiledMigration {

    private CompiledMigration() {}

    /** Where what a migration uses was loaded from: the property of the class path need not tell. */
    private static String classPath() {
        return Stream.of(
                        DB.class,
                        Migration.class,
                        Flux.class,
                        Publisher.class,
                        NullMarked.class,
                        ConnectionFactory.class)
                .map(type -> Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString())))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * An object of its class.
     *
     * @throws AssertionError with what the compiler says, when it does not compile
     */
    static Migration of(String name, String source) {
        try {
            Path directory = Files.createTempDirectory("migration");
            Path file = Files.writeString(directory.resolve(name + ".java"), source);
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            StringWriter said = new StringWriter();
            try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
                List<String> options = List.of("-proc:none", "-d", directory.toString(), "-classpath", classPath());
                boolean compiled = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(file))
                        .call();
                if (!compiled) {
                    throw new AssertionError(said + "\n" + source);
                }
            }
            try (URLClassLoader loader = new URLClassLoader(
                    new URL[] {directory.toUri().toURL()}, CompiledMigration.class.getClassLoader())) {
                return (Migration)
                        loader.loadClass(name).getDeclaredConstructor().newInstance();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(source, e);
        }
    }
}
