package dev.ilana.cli.show;

import dev.ilana.cli.code.CodePlace;
import dev.ilana.cli.code.JavaSources;
import dev.ilana.cli.code.ProjectCode;
import dev.ilana.cli.console.Facts;
import dev.ilana.cli.console.Interruptible;
import dev.ilana.cli.console.Part;
import dev.ilana.cli.console.Things;
import dev.ilana.cli.console.UsageException;
import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.project.MigrationFiles;
import dev.ilana.cli.project.ProjectSettings;
import dev.ilana.connection.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What a project says, and where it has what. */
record ProjectOverview(DatabaseOptions options, ProjectSettings project) {

    List<Part> parts() {
        return List.of(facts(), connections(), directories(), places());
    }

    private Part facts() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("version", Version.text());
        facts.put("java", Runtime.version());
        facts.put("environment", project.environmentName().isEmpty() ? null : project.environmentName());
        facts.put("settings", options.sources());
        return new Facts("about", facts);
    }

    private Part connections() {
        TreeSet<String> names = new TreeSet<>(project.configuration().connections());
        names.add(project.configuration().defaultConnection());
        names.add(project.connection());
        return new Things("connection", names.stream().map(this::connection).toList());
    }

    private Map<String, @Nullable Object> connection(String name) {
        Map<String, @Nullable Object> thing = new LinkedHashMap<>();
        thing.put("name", name);
        thing.put("default", name.equals(project.configuration().defaultConnection()));
        thing.put("place", null);
        thing.put("error", null);
        try {
            thing.put(
                    "place", place(name.equals(project.connection()) ? options.database() : options.other(null, name)));
        } catch (UsageException e) {
            thing.put("error", e.getMessage());
        }
        return thing;
    }

    private static String place(Database unopened) {
        return Interruptible.await(unopened.close().thenReturn(unopened.where()));
    }

    private Part directories() {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        options.migrations()
                .directories()
                .forEach(path -> all.add(directory("migrations", path, ProjectOverview::migrations)));
        options.project()
                .seederDirectories()
                .forEach(path -> all.add(directory("seeders", path, ProjectOverview::sources)));
        options.project()
                .modelDirectories()
                .forEach(path -> all.add(directory("models", path, ProjectOverview::sources)));
        return new Things("directory", all);
    }

    private Part places() {
        try (ProjectCode code = options.code()) {
            return new Things(
                    "code",
                    code.places().stream().map(place -> place(place, code)).toList());
        }
    }

    private static Map<String, @Nullable Object> place(CodePlace place, ProjectCode code) {
        Map<String, @Nullable Object> thing = new LinkedHashMap<>();
        thing.put("name", place.name());
        thing.put("compiled", !place.classes().isEmpty());
        thing.put("migrations", code.migrationsIn(place));
        return thing;
    }

    private static Map<String, @Nullable Object> directory(String of, Path path, ToIntFunction<Path> files) {
        Map<String, @Nullable Object> thing = new LinkedHashMap<>();
        thing.put("name", of);
        thing.put("path", path.toAbsolutePath());
        thing.put("exists", Files.isDirectory(path));
        thing.put("found", files.applyAsInt(path));
        return thing;
    }

    private static int migrations(Path directory) {
        return new MigrationFiles(directory).names().size();
    }

    private static int sources(Path directory) {
        return JavaSources.in(List.of(directory), "sources").files().size();
    }
}
