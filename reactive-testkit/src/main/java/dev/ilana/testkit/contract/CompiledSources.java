package dev.ilana.testkit.contract;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.core.type.TypeReference;
import com.google.errorprone.annotations.DoNotCall;
import dev.ilana.DB;
import dev.ilana.schema.migrate.Migration;
import io.r2dbc.spi.ConnectionFactory;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** The classes that sources are, by the JDK's own compiler; no file is written. */
final class CompiledSources extends ClassLoader {

    private final Map<String, ByteArrayOutputStream> classes;

    private CompiledSources(Map<String, ByteArrayOutputStream> classes) {
        super(CompiledSources.class.getClassLoader());
        this.classes = classes;
    }

    /** Where what sources use was loaded from: the property of the class path need not tell. */
    private static String classPath() {
        return Stream.of(
                        DB.class,
                        Migration.class,
                        Flux.class,
                        Publisher.class,
                        NullMarked.class,
                        ConnectionFactory.class,
                        JsonAutoDetect.class,
                        TypeReference.class,
                        DoNotCall.class)
                .map(type -> Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString())))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * The classes of sources by their names, with their packages.
     *
     * @throws AssertionError with what the compiler says, when they do not compile
     */
    static CompiledSources of(Map<String, String> sources, String... options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, source) -> files.add(new Source(name, source)));
        List<String> all = new ArrayList<>(List.of("-proc:none", "-classpath", classPath()));
        all.addAll(List.of(options));
        try (InMemory manager = new InMemory(compiler.getStandardFileManager(null, null, null))) {
            boolean compiled =
                    compiler.getTask(said, manager, null, all, null, files).call();
            if (!compiled) {
                throw new AssertionError(said + "\n" + String.join("\n", sources.values()));
            }
            return new CompiledSources(manager.classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }

    /** The class of that name. */
    Class<?> get(String name) {
        try {
            return loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("source:/" + name.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("class:/" + name.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return Objects.requireNonNull(classes.compute(name, (same, before) -> new ByteArrayOutputStream()));
                }
            };
        }
    }
}
