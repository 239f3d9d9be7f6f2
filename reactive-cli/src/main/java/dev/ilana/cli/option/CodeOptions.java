package dev.ilana.cli.option;

import dev.ilana.cli.code.Archive;
import dev.ilana.cli.code.BuiltProject;
import dev.ilana.cli.code.Classpath;
import dev.ilana.cli.code.CodeCache;
import dev.ilana.cli.code.CodeLoader;
import dev.ilana.cli.code.CodePlace;
import dev.ilana.cli.code.ProjectCode;
import dev.ilana.cli.code.ProjectDirectories;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The code that the project has for its databases, and what that needs. */
final class CodeOptions {

    @Mixin
    private MigrationOptions migrations = new MigrationOptions();

    @Option(
            names = {"--classpath", "--jar"},
            paramLabel = "PATH",
            description =
                    "Jars and directories, as for java, with migrations, seeders and models, and what they need; the"
                            + " jar of a Spring Boot application too. Default: the Maven or Gradle project in this directory.")
    private @Nullable String classpath;

    MigrationOptions migrations() {
        return migrations;
    }

    /** The code, to be closed. */
    ProjectCode code() {
        ProjectOptions project = migrations.project();
        CodeCache cache = new CodeCache(project.cacheDirectory());
        return new ProjectCode(
                new CodeLoader(() -> places(project, cache), cache),
                new ProjectDirectories(
                        migrations.directories(),
                        project.settings().directories(),
                        project.seederDirectories(),
                        project.factoryDirectories(),
                        project.modelDirectories()),
                project.namedConnection(),
                project.settings().environmentName());
    }

    private List<CodePlace> places(ProjectOptions project, CodeCache cache) {
        if (classpath == null && !project.settings().looksIntoProject()) {
            return List.of();
        } else if (classpath == null) {
            return BuiltProject.in(project.directory(), cache, project.console()::remark).stream()
                    .<CodePlace>map(built -> built)
                    .toList();
        }
        return Classpath.entries(classpath).stream()
                .<CodePlace>map(entry -> new Archive(entry, cache))
                .toList();
    }
}
