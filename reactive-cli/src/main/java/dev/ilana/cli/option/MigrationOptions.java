package dev.ilana.cli.option;

import dev.ilana.cli.project.DumpFile;
import dev.ilana.cli.project.MigrationFiles;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the migrations of the project are. */
public final class MigrationOptions {

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Option(
            names = "--path",
            paramLabel = "DIR",
            description = "Where the .java and .sql files of migrations are. Default: migrations.directories in"
                    + " ilana.yml or ilana.properties, else database/migrations.")
    private @Nullable Path path;

    public ProjectOptions project() {
        return project;
    }

    /** Where their files are; at least one. */
    public List<Path> directories() {
        return path == null ? project.migrationDirectories() : List.of(path);
    }

    /** Where a new one is written. */
    public Path directory() {
        return directories().get(0);
    }

    /** Their files, in one directory after the other. */
    public List<MigrationFiles> files() {
        return directories().stream().map(MigrationFiles::new).toList();
    }

    /** The file of the dump, where nothing else is said: beside the first of the directories. */
    public DumpFile dumpFile(String dialect) {
        return DumpFile.beside(directory(), project.namedConnection(), dialect);
    }
}
