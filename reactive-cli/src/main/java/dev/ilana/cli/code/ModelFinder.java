package dev.ilana.cli.code;

import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds models, as sources or classes in directories and as classes in places: what has a static {@code Table} is one.
 *
 * @param entries of the places, in which they are looked for too
 * @param connection the one whose models are meant; null for those that name none
 */
record ModelFinder(
        CodeLoader code,
        List<Path> directories,
        List<Path> entries,
        @Nullable String connection) {

    /**
     * Their tables, in the order of the classes' names.
     *
     * @throws CommandFailedException when there are none, or they can't be compiled
     */
    List<ModelTable<?>> find() {
        List<ModelTable<?>> all = load().models().stream()
                .<ModelTable<?>>map(FoundModel::table)
                .distinct()
                .toList();
        List<ModelTable<?>> meant = all.stream()
                .filter(table -> table.connectionName().equals(Optional.ofNullable(connection)))
                .toList();
        if (meant.isEmpty()) {
            throw new CommandFailedException("no models found"
                    + (all.isEmpty() ? "" : " but of other connections")
                    + "; looked for classes with a static Table in " + SearchedPlaces.words(directories)
                    + (entries.isEmpty() ? "" : code.andPlaces()));
        }
        return meant;
    }

    /**
     * All of them, in the order of the classes' names.
     *
     * @throws CommandFailedException when they can't be compiled
     */
    LoadedModels load() {
        return load(own());
    }

    /** Where the classes of their sources are, once they are compiled. */
    List<Path> own() {
        List<Path> present = directories.stream().filter(Files::exists).toList();
        return Classpath.joined(code.compiled(directories, "models", present, List.of()), present);
    }

    /** Those that are in these, and those of the places. */
    LoadedModels load(List<Path> own) {
        ClassLoader loader = code.loader(own);
        TreeSet<String> classes = new TreeSet<>(ClassTree.each(own, ClassTree::all));
        classes.addAll(ClassTree.each(entries, tree -> tree.ofLibrary(Model.class)));
        List<FoundModel> models = classes.stream()
                .flatMap(name -> models(CodeLoader.load(name, loader)).stream())
                .toList();
        return new LoadedModels(models, Classpath.joined(own, code.classpath().all()), loader);
    }

    private static List<FoundModel> models(Class<?> type) {
        List<FoundModel> models = new ArrayList<>();
        for (Field field : declared(type)) {
            if (Modifier.isStatic(field.getModifiers()) && ModelTable.class.isAssignableFrom(field.getType())) {
                models.add(new FoundModel(type, field.getName(), Constants.value(field, ModelTable.class)));
            }
        }
        return models;
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
