package dev.ilana.cli.code;

import dev.ilana.cli.project.TextFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The models for code that imports them. No class of a package can import one without, so sources without a package are
 * compiled once more, as if they had one.
 */
record ImportableModels(CodeLoader code, ModelFinder finder) {

    /** Of those that have none. */
    static final String PACKAGE = "models";

    private static final Pattern HAS_PACKAGE =
            Pattern.compile("(?:\\s++|/\\*.*?\\*/|//[^\\n]*+)*+(?:@\\w++\\s++)*+package\\s.*", Pattern.DOTALL);

    /**
     * All of them. One without a package is there only where there is no source of it.
     *
     * @throws CommandFailedException when they can't be compiled
     */
    LoadedModels load() {
        List<Path> own = finder.own();
        LoadedModels loaded = finder.load(Classpath.joined(packaged(own), own));
        Set<String> names =
                loaded.models().stream().map(model -> model.owner().getName()).collect(Collectors.toSet());
        return new LoadedModels(
                loaded.models().stream()
                        .filter(model ->
                                !names.contains(PACKAGE + "." + model.owner().getName()))
                        .toList(),
                loaded.classpath(),
                loaded.loader());
    }

    private List<Path> packaged(List<Path> own) {
        List<Path> without = JavaSources.in(finder.directories(), "models").files().stream()
                .filter(ImportableModels::hasNoPackage)
                .toList();
        if (without.isEmpty()) {
            return List.of();
        }
        Fingerprint fingerprint = new Fingerprint().add(PACKAGE);
        without.forEach(fingerprint::addContent);
        Path copies = code.kept(fingerprint.text(), directory -> copy(without, directory));
        return code.compiled(List.of(copies), "models", own, List.of());
    }

    private static void copy(List<Path> sources, Path to) {
        for (Path source : sources) {
            // In the first line, which all the others keep their numbers by.
            new TextFile(to.resolve(source.getFileName()))
                    .write("package " + PACKAGE + "; " + new TextFile(source).read(), true);
        }
    }

    private static boolean hasNoPackage(Path source) {
        return !HAS_PACKAGE.matcher(new TextFile(source).read()).matches();
    }
}
