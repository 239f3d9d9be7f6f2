package dev.ilana.cli.code;

import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.console.UsageException;
import dev.ilana.error.Nearest;
import dev.ilana.schema.seed.Seeder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds seeders, as sources or classes in directories and as classes in places; they may use the models and the
 * factories, of which those are compiled that a seeder names.
 */
record SeederFinder(CodeLoader code, ProjectDirectories directories) {

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
        List<Path> compiledModels =
                code.compiled(directories.models(), "models", present(directories.models()), List.of());
        List<Path> beside = Classpath.joined(compiledModels, present(directories.models()));
        List<Path> compiled = code.compiled(directories.seeders(), "seeders", beside, present(directories.factories()));
        List<Path> own = Classpath.joined(compiled, present(directories.seeders()));
        ClassLoader loader = code.loader(Classpath.joined(own, beside));
        TreeSet<String> classes = new TreeSet<>(ClassTree.each(own, ClassTree::topLevel));
        ClassTree.each(code.classpath().own(), tree -> tree.ofLibrary(Seeder.class)).stream()
                .filter(ClassTree::isTopLevel)
                .forEach(classes::add);
        List<FoundSeeder> found = new ArrayList<>();
        classes.forEach(name -> found.addAll(FoundSeeder.of(CodeLoader.load(name, loader))));
        if (found.isEmpty()) {
            throw new CommandFailedException("no seeders found; looked for .java files in "
                    + SearchedPlaces.words(directories.seeders()) + code.andPlaces());
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
