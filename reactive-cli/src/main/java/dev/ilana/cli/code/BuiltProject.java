package dev.ilana.cli.code;

import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.project.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A project that a build tool compiles. The tool is asked when a source or a file of the build is another than when it was
 * asked last, or there are no classes.
 */
public final class BuiltProject implements CodePlace {

    private static final String LIBRARY = "dev.ilana";
    private static final List<String> SOURCES = List.of(".java", ".kt", ".groovy");
    private static final List<String> BUILD_FILES = List.of(
            "pom.xml",
            "build.gradle",
            "build.gradle.kts",
            "settings.gradle",
            "settings.gradle.kts",
            "gradle.properties",
            "gradle/libs.versions.toml");

    private final Path directory;
    private final BuildTool tool;
    private final CodeCache cache;
    private final Consumer<String> remarks;

    private BuiltProject(Path directory, BuildTool tool, CodeCache cache, Consumer<String> remarks) {
        this.directory = directory;
        this.tool = tool;
        this.cache = cache;
        this.remarks = remarks;
    }

    /**
     * The project in that directory; empty where there is none, or its sources have nothing to do with this library.
     *
     * @param remarks told before the tool is asked, which takes its time
     */
    public static Optional<BuiltProject> in(Path directory, CodeCache cache, Consumer<String> remarks) {
        return BuildTool.of(directory)
                .map(tool -> new BuiltProject(directory.toAbsolutePath().normalize(), tool, cache, remarks))
                .filter(BuiltProject::mentionsLibrary);
    }

    private boolean mentionsLibrary() {
        return new FileTree(main())
                .files().stream()
                        .filter(file -> SOURCES.stream().anyMatch(file.toString()::endsWith))
                        .anyMatch(file -> FileTree.mentions(file, LIBRARY));
    }

    private Path main() {
        return directory.resolve("src/main");
    }

    @Override
    public String name() {
        return "the " + tool.title() + " project in " + directory;
    }

    @Override
    public List<Path> classes() {
        return tool.classes().stream()
                .map(directory::resolve)
                .filter(Files::isDirectory)
                .toList();
    }

    @Override
    public Classpath build() {
        String key =
                new Fingerprint().add(tool.title()).add(directory.toString()).text() + ".classpath";
        String sources = sources();
        List<Path> known = classes().isEmpty() ? null : known(key, sources);
        return known == null ? asked(key, sources) : classpath(known);
    }

    /** Its classpath as it was told last; null where something has changed since. */
    private @Nullable List<Path> known(String key, String sources) {
        List<String> lines = cache.text(key).map(text -> text.lines().toList()).orElse(List.of());
        if (lines.size() != 2 || !lines.get(0).equals(sources)) {
            return null;
        }
        List<Path> entries = Classpath.entries(lines.get(1));
        return entries.stream().allMatch(Files::exists) ? entries : null;
    }

    private Classpath asked(String key, String sources) {
        remarks.accept("Compiling " + name() + ".");
        Path answer = cache.file();
        tool.compile(directory, answer);
        try {
            String entries = Files.readString(answer).strip();
            cache.keep(key, sources + "\n" + entries);
            return classpath(Classpath.entries(entries));
        } catch (IOException e) {
            throw new CommandFailedException("can't read the classpath of " + name() + ": " + e.getMessage(), e);
        }
    }

    private Classpath classpath(List<Path> entries) {
        List<Path> own = classes();
        return new Classpath(
                own, entries.stream().filter(entry -> !own.contains(entry)).toList());
    }

    /** Differs when the tool may compile something else. */
    private String sources() {
        Fingerprint fingerprint = new Fingerprint().add(main());
        for (Path at = directory; at != null; at = at.getParent()) {
            for (String file : BUILD_FILES) {
                fingerprint.add(at.resolve(file));
            }
        }
        return fingerprint.text();
    }
}
