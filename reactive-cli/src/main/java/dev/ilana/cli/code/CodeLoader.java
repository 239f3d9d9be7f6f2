package dev.ilana.cli.code;

import dev.ilana.cli.console.CommandFailedException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes classes of a project's sources, and of what its places have, and objects of them. */
public final class CodeLoader implements AutoCloseable {

    private final Supplier<List<CodePlace>> looking;
    private final CodeCache cache;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private @Nullable List<CodePlace> places;
    private @Nullable Classpath classpath;

    /** @param looking for where there is code beside directories of sources; most commands need none, and don't look */
    public CodeLoader(Supplier<List<CodePlace>> looking, CodeCache cache) {
        this.looking = looking;
        this.cache = cache;
        opened.add(cache);
    }

    List<CodePlace> places() {
        List<CodePlace> found = places;
        if (found == null) {
            found = looking.get();
            places = found;
        }
        return found;
    }

    /** The places in words, to follow other words; empty where there is none. */
    String andPlaces() {
        return places().isEmpty()
                ? ""
                : ", and in " + places().stream().map(CodePlace::name).collect(Collectors.joining(", "));
    }

    /** What the places have, compiled where that was necessary. */
    Classpath classpath() {
        Classpath built = classpath;
        if (built == null) {
            built = places().stream().map(CodePlace::build).reduce(Classpath.EMPTY, Classpath::and);
            classpath = built;
        }
        return built;
    }

    /**
     * Where the classes of the {@code .java} files in these directories are, once they are compiled; none where there is no
     * such file.
     *
     * @param kind what they are, in the plural
     * @param beside what they may need, beside what the places have
     * @param sourcePath where there are sources that they may need
     * @throws CommandFailedException when they do not compile, or can't be
     */
    List<Path> compiled(List<Path> directories, String kind, List<Path> beside, List<Path> sourcePath) {
        JavaSources sources = JavaSources.in(directories, kind);
        if (sources.isEmpty()) {
            return List.of();
        }
        List<Path> needed = Classpath.joined(beside, classpath().all());
        return List.of(cache.directory(
                sources.fingerprint(needed, sourcePath).text(), output -> sources.compile(needed, sourcePath, output)));
    }

    /** The directory with that key in the cache, which is filled where it is not there. */
    Path kept(String key, Consumer<Path> fill) {
        return cache.directory(key, fill);
    }

    /** The classes of these entries, and of the places where none of them has one of that name. */
    ClassLoader loader(List<Path> entries) {
        // What was compiled just now comes first, so that it hides an older class of the same name.
        URL[] urls = Classpath.joined(entries, classpath().all()).stream()
                .map(CodeLoader::url)
                .toArray(URL[]::new);
        URLClassLoader loader = new URLClassLoader(urls, CodeLoader.class.getClassLoader());
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

    /** Closes the class loaders, and removes what was compiled and can't be kept. */
    @Override
    public void close() {
        Collections.reverse(opened);
        for (AutoCloseable one : opened) {
            try {
                one.close();
            } catch (Exception e) {
                // Nothing depends on it any more, and the command's own outcome is what counts.
            }
        }
    }
}
