package dev.ilana.cli;

import dev.ilana.schema.migrate.Migration;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds migrations, as sources in directories and as classes on a classpath, and makes one of each. */
final class MigrationLoader implements AutoCloseable {

    private final List<Path> directories;
    private final List<Path> classpath;
    private final List<AutoCloseable> opened = new ArrayList<>();

    MigrationLoader(List<Path> directories, List<Path> classpath) {
        this.directories = directories;
        this.classpath = classpath;
    }

    /**
     * The migrations found; one that is there both as source and as class is taken from its source.
     *
     * @param needed whether it is a mistake when there is none
     * @throws CommandFailedException when there is none but should be, or one can't be compiled or made
     */
    List<Migration> load(boolean needed) {
        for (Path entry : classpath) {
            if (!Files.exists(entry)) {
                throw new CommandFailedException("--classpath names " + entry + ", which does not exist");
            }
        }
        List<Path> compiled = compiled();
        // What was compiled just now comes first, so that it hides an older class of the same name.
        ClassLoader loader =
                loader(Stream.concat(compiled.stream(), classpath.stream()).toList());
        Set<String> names = new TreeSet<>();
        classpath.forEach(entry -> names.addAll(ClassNames.ofMigrations(entry)));
        // Here every migration counts: one with a bad name must be refused, not passed over.
        compiled.forEach(entry -> ClassNames.topLevel(entry).stream()
                .filter(name -> isMigration(load(name, loader)))
                .forEach(names::add));
        List<Migration> migrations = new ArrayList<>();
        directories.forEach(directory -> migrations.addAll(SqlFiles.in(directory)));
        names.forEach(name -> migrations.add(made(load(name, loader), name)));
        if (needed && migrations.isEmpty()) {
            throw new CommandFailedException(nothingFound());
        }
        return migrations;
    }

    private List<Path> compiled() {
        MigrationSources sources = MigrationSources.in(directories);
        if (sources.isEmpty()) {
            return List.of();
        }
        CompiledSources output = sources.compile(classpath);
        opened.add(output);
        return List.of(output.directory());
    }

    private String nothingFound() {
        String entries = classpath.stream().map(Path::toString).collect(Collectors.joining(", "));
        return "no migrations found; looked for .java and .sql files in "
                + directories.stream()
                        .map(directory -> directory.toAbsolutePath().toString())
                        .collect(Collectors.joining(", "))
                + (entries.isEmpty()
                        ? ", and no --classpath was given"
                        : ", and for classes named like M20261121_093000_CreateUsersTable in " + entries);
    }

    private static boolean isMigration(Class<?> type) {
        return Migration.class.isAssignableFrom(type)
                && !type.isInterface()
                && !Modifier.isAbstract(type.getModifiers());
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new CommandFailedException("can't load " + name + ": " + e, e);
        }
    }

    private static Migration made(Class<?> type, String name) {
        if (!isMigration(type)) {
            throw new CommandFailedException(
                    name + " is named like a migration, but is no class that implements " + Migration.class.getName());
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            if (!Modifier.isPublic(type.getModifiers()) || !Modifier.isPublic(constructor.getModifiers())) {
                throw new CommandFailedException(
                        "the migration " + name + " must be public, and so must its constructor without parameters");
            }
            return (Migration) constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new CommandFailedException("the migration " + name + " needs a constructor without parameters", e);
        } catch (InvocationTargetException e) {
            throw new CommandFailedException("the constructor of " + name + " failed: " + e.getCause(), e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new CommandFailedException("can't make a " + name + ": " + e, e);
        }
    }

    private URLClassLoader loader(List<Path> entries) {
        URL[] urls = new URL[entries.size()];
        for (int i = 0; i < urls.length; i++) {
            try {
                urls[i] = entries.get(i).toUri().toURL();
            } catch (IOException e) {
                throw new CommandFailedException("not a classpath entry: " + entries.get(i), e);
            }
        }
        URLClassLoader loader = new URLClassLoader(urls, MigrationLoader.class.getClassLoader());
        opened.add(loader);
        return loader;
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
