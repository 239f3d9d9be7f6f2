package dev.ilana.cli.project;

import dev.ilana.cli.console.CommandFailedException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes classes of a project's sources, and of what a classpath has, and objects of them. */
public final class CodeLoader implements AutoCloseable {

    private final List<Path> classpath;
    private final List<AutoCloseable> opened = new ArrayList<>();

    public CodeLoader(List<Path> classpath) {
        this.classpath = classpath;
    }

    List<Path> classpath() {
        return classpath;
    }

    /** @throws CommandFailedException when an entry of the classpath is not there */
    void requireClasspath() {
        for (Path entry : classpath) {
            if (!Files.exists(entry)) {
                throw new CommandFailedException("--classpath names " + entry + ", which does not exist");
            }
        }
    }

    /**
     * Where the classes of the {@code .java} files in these directories are, once they are compiled; none where there is no
     * such file.
     *
     * @param kind what they are, in the plural
     * @param beside what they may need, beside the classpath
     * @throws CommandFailedException when they do not compile, or can't be
     */
    List<Path> compiled(List<Path> directories, String kind, List<Path> beside) {
        JavaSources sources = JavaSources.in(directories, kind);
        if (sources.isEmpty()) {
            return List.of();
        }
        CompiledSources output = sources.compile(
                Stream.concat(beside.stream(), classpath.stream()).toList());
        opened.add(output);
        return List.of(output.directory());
    }

    /** The classes of these entries, and of the classpath where none of them has one of that name. */
    ClassLoader loader(List<Path> entries) {
        List<URL> urls = new ArrayList<>();
        // What was compiled just now comes first, so that it hides an older class of the same name.
        Stream.concat(entries.stream(), classpath.stream()).forEach(entry -> urls.add(url(entry)));
        URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), CodeLoader.class.getClassLoader());
        opened.add(loader);
        return loader;
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (IOException e) {
            throw new CommandFailedException("not a classpath entry: " + entry, e);
        }
    }

    /** The class of that name, which has not run yet. */
    static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new CommandFailedException("can't load " + name + ": " + e, e);
        }
    }

    static boolean isMade(Class<?> type, Class<?> kind) {
        return kind.isAssignableFrom(type) && !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
    }

    /**
     * One of that class.
     *
     * @param kind what it is, in the singular
     * @throws CommandFailedException when it is not public, or nothing can be made of it without more
     */
    static <T> T made(Class<? extends T> type, String kind) {
        String name = type.getName();
        try {
            Constructor<? extends T> constructor = type.getDeclaredConstructor();
            if (!Modifier.isPublic(type.getModifiers()) || !Modifier.isPublic(constructor.getModifiers())) {
                throw new CommandFailedException(
                        "the " + kind + " " + name + " must be public, and so must its constructor without parameters");
            }
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new CommandFailedException("the " + kind + " " + name + " needs a constructor without parameters", e);
        } catch (InvocationTargetException e) {
            throw new CommandFailedException("the constructor of " + name + " failed: " + e.getCause(), e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new CommandFailedException("can't make a " + name + ": " + e, e);
        }
    }

    /** Closes the class loaders and removes what was compiled. */
    @Override
    public void close() {
        for (AutoCloseable one : opened) {
            try {
                one.close();
            } catch (Exception e) {
                // Nothing depends on it any more, and the command's own outcome is what counts.
            }
        }
    }
}
