package dev.ilana.cli.option;

import dev.ilana.cli.project.CodeLoader;
import dev.ilana.cli.project.ProjectCode;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The code that the project has for its databases, and what that needs. */
final class CodeOptions {

    @Mixin
    private MigrationOptions migrations = new MigrationOptions();

    @Option(
            names = "--classpath",
            paramLabel = "PATH",
            description =
                    "Jars and directories, as for java: what migrations, seeders and models need, and migrations compiled"
                            + " already.")
    private @Nullable String classpath;

    MigrationOptions migrations() {
        return migrations;
    }

    /** The code, to be closed. */
    ProjectCode code() {
        ProjectOptions project = migrations.project();
        return new ProjectCode(
                new CodeLoader(entries()),
                migrations.directories(),
                project.seederDirectories(),
                project.modelDirectories(),
                project.namedConnection(),
                project.settings().environmentName());
    }

    private List<Path> entries() {
        return classpath == null
                ? List.of()
                : Arrays.stream(classpath.split(File.pathSeparator, -1))
                        .filter(entry -> !entry.isEmpty())
                        .map(Path::of)
                        .toList();
    }
}
