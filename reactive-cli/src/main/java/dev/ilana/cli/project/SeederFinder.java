package dev.ilana.cli.project;

import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.console.UsageException;
import dev.ilana.error.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds seeders, as sources or classes in directories; they may use the models.
 *
 * @param models the directories of the models
 */
record SeederFinder(CodeLoader code, List<Path> directories, List<Path> models) {

    /** The one that runs where none is named: it calls the others. */
    private static final String ROOT = "DatabaseSeeder";

    /**
     * Those of that name, in the order of the names; without names all, or only {@code DatabaseSeeder} where there is one.
     *
     * @throws UsageException when there is none of a name, or several
     * @throws CommandFailedException when there are none at all, or they can't be compiled
     */
    List<FoundSeeder> find(List<String> names) {
        List<FoundSeeder> all = all();
        if (!names.isEmpty()) {
            return names.stream().map(name -> named(name, all)).toList();
        }
        List<FoundSeeder> root = all.stream()
                .filter(seeder -> seeder.name().equals(ROOT))
                .limit(1)
                .toList();
        return root.isEmpty() ? all : root;
    }

    private List<FoundSeeder> all() {
        code.requireClasspath();
        List<Path> compiledModels = code.compiled(models, "models", present(models));
        List<Path> beside =
                Stream.concat(compiledModels.stream(), present(models).stream()).toList();
        List<Path> compiled = code.compiled(directories, "seeders", beside);
        List<Path> own =
                Stream.concat(compiled.stream(), present(directories).stream()).toList();
        ClassLoader loader =
                code.loader(Stream.concat(own.stream(), beside.stream()).toList());
        TreeSet<String> classes = new TreeSet<>();
        own.forEach(entry -> classes.addAll(ClassNames.topLevel(entry)));
        List<FoundSeeder> found = new ArrayList<>();
        classes.forEach(name -> found.addAll(FoundSeeder.of(CodeLoader.load(name, loader))));
        if (found.isEmpty()) {
            throw new CommandFailedException(
                    "no seeders found; looked for .java files in " + SearchedPlaces.words(directories));
        }
        found.sort(Comparator.comparing(FoundSeeder::name));
        return found;
    }

    private static List<Path> present(List<Path> directories) {
        return directories.stream().filter(Files::exists).toList();
    }

    private static FoundSeeder named(String name, List<FoundSeeder> all) {
        List<FoundSeeder> called =
                all.stream().filter(seeder -> seeder.isCalled(name)).toList();
        if (called.size() > 1) {
            throw new UsageException(name + " is the name of several seeders: "
                    + called.stream().map(FoundSeeder::fullName).collect(Collectors.joining(", ")));
        } else if (called.isEmpty()) {
            List<String> known = all.stream().map(FoundSeeder::name).toList();
            throw new UsageException("there is no seeder " + name
                    + Nearest.of(name, known)
                            .map(nearest -> "; did you mean " + nearest + "?")
                            .orElse("; there are " + String.join(", ", known)));
        }
        return called.get(0);
    }
}
