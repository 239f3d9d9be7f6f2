package dev.ilana.cli.project;

import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.model.ModelTable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds models, as sources or classes in directories: what has a static {@code Table} is one.
 *
 * @param connection the one whose models are meant; null for those that name none
 */
record ModelFinder(
        CodeLoader code, List<Path> directories, @Nullable String connection) {

    /**
     * Their tables, in the order of the classes' names.
     *
     * @throws CommandFailedException when there are none, or they can't be compiled
     */
    List<ModelTable<?>> find() {
        code.requireClasspath();
        List<Path> present = directories.stream().filter(Files::exists).toList();
        List<Path> entries = Stream.concat(code.compiled(directories, "models", present).stream(), present.stream())
                .toList();
        ClassLoader loader = code.loader(entries);
        TreeSet<String> classes = new TreeSet<>();
        entries.forEach(entry -> classes.addAll(ClassNames.all(entry)));
        List<ModelTable<?>> all = classes.stream()
                .flatMap(name -> tables(CodeLoader.load(name, loader)).stream())
                .distinct()
                .toList();
        List<ModelTable<?>> own = all.stream()
                .filter(table -> table.connectionName().equals(Optional.ofNullable(connection)))
                .toList();
        if (own.isEmpty()) {
            throw new CommandFailedException("no models found"
                    + (all.isEmpty() ? "" : " but of other connections")
                    + "; looked for classes with a static Table in " + SearchedPlaces.words(directories));
        }
        return own;
    }

    private static List<ModelTable<?>> tables(Class<?> type) {
        List<ModelTable<?>> tables = new ArrayList<>();
        for (Field field : declared(type)) {
            if (Modifier.isStatic(field.getModifiers()) && ModelTable.class.isAssignableFrom(field.getType())) {
                tables.add(Constants.value(field, ModelTable.class));
            }
        }
        return tables;
    }

    private static Field[] declared(Class<?> type) {
        try {
            return type.getDeclaredFields();
        } catch (LinkageError e) {
            throw new CommandFailedException(
                    "can't look into " + type.getName() + ": " + e + "; give what it needs by --classpath", e);
        }
    }
}
