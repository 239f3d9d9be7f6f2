package dev.ilana.cli.make;

import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.console.Console;
import dev.ilana.cli.project.MigrationFiles;
import dev.ilana.cli.project.ProjectSettings;
import dev.ilana.cli.project.TextFile;
import dev.ilana.config.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a project begins with, in its directory.
 *
 * @param force whether its settings and the example of {@code .env} are written over
 */
record Setup(Path directory, Map<String, String> environment, SetupDriver driver, boolean force) {

    private static final String FIRST = "create_users_table";

    /**
     * Writes what is not there, with the settings in that format; and reports each file, written or left. Nothing is written
     * where one can't be.
     *
     * @throws CommandFailedException when one can't be written, or the settings are in the other format and are not to be left
     */
    void write(SettingsFormat wanted, Console console) {
        SettingsFormat format = format(wanted);
        List<MadeFile> files = new ArrayList<>();
        List<Path> left = new ArrayList<>();
        String example = new StubText("env.example", Resource.text("setup/env.example"))
                .filled(Map.of("settings", format.fileName(), "url", driver.url()));
        for (MadeFile file : List.of(
                MadeFile.of(directory.resolve(format.fileName()), format.text(driver)),
                MadeFile.of(directory.resolve(".env.example"), example))) {
            if (force || !Files.exists(file.path())) {
                files.add(file);
            } else {
                left.add(file.path());
            }
        }
        ProjectSettings settings = settings(left.contains(directory.resolve(format.fileName())));
        addMigration(settings, files, left);
        Stream.of(settings.seederDirectories(), settings.factoryDirectories(), settings.modelDirectories())
                .map(all -> directory.resolve(all.get(0)))
                .forEach(each -> addDirectory(each, files, left));
        IgnoreFile ignored = new IgnoreFile(new TextFile(directory.resolve(".gitignore")), driver.ignored());
        List<String> missing = ignored.missing();
        MadeFile.write(files, force, console);
        ignored.add(missing, console);
        left.forEach(path -> MadeFile.left(path, console));
    }

    /** That which is there already, as both at once would be an error, else the one that is wanted. */
    private SettingsFormat format(SettingsFormat wanted) {
        Path other = directory.resolve(wanted.other().fileName());
        if (!Files.exists(other)) {
            return wanted;
        } else if (force) {
            throw new CommandFailedException(other + " is there already, and " + wanted.fileName()
                    + " beside it would be an error; delete it, or leave it by no --force");
        }
        return wanted.other();
    }

    /** What the project says, where its settings are left; else what a new one does. */
    private ProjectSettings settings(boolean ofProject) {
        Configuration configuration =
                ofProject ? Configuration.read(directory, environment) : Configuration.of(Map.of());
        return new ProjectSettings(configuration, configuration.defaultConnection());
    }

    /** A project that has a migration has its first. */
    private void addMigration(ProjectSettings settings, List<MadeFile> files, List<Path> left) {
        List<Path> directories =
                settings.directories().stream().map(directory::resolve).toList();
        directories.stream()
                .filter(each -> !new MigrationFiles(each).names().isEmpty())
                .findFirst()
                .ifPresentOrElse(left::add, () -> {
                    NewMigration migration = NewMigration.first(FIRST, directories.get(0));
                    files.add(migration.of(
                            new StubText("migration.users", Resource.text("setup/migration.users.java.stub"))
                                    .filled(migration.values())));
                });
    }

    /** Git keeps no empty directory, so that a new one has a file. */
    private static void addDirectory(Path path, List<MadeFile> files, List<Path> left) {
        if (Files.isDirectory(path)) {
            left.add(path);
        } else {
            files.add(MadeFile.of(path.resolve(".gitkeep"), ""));
        }
    }
}
