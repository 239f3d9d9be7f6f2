package dev.ilana.cli.schema;

import dev.ilana.cli.code.ProjectCode;
import dev.ilana.cli.console.UsageException;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.Opened;
import dev.ilana.cli.project.PrismaText;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.diff.SchemaSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --prisma} and {@code --models}: where the schema is said that a database is to have. */
public final class WantedOptions {

    /** The option without a directory. */
    private static final String OF_PROJECT = "";

    @Option(names = "--prisma", paramLabel = "FILE", description = "The schema of that Prisma file.")
    private @Nullable Path prisma;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            arity = "0..1",
            fallbackValue = OF_PROJECT,
            description =
                    "The schema of the models in that directory: of the classes with a static Table, be they .java"
                            + " files or compiled. Default: models.directories in ilana.yml or ilana.properties, else"
                            + " database/models.")
    private @Nullable List<String> models;

    /** Whether one of them was said. */
    public boolean given() {
        return prisma != null || models != null;
    }

    /** @throws UsageException when not one of them was said, and not both */
    public void requireOne() {
        if (given() == both()) {
            throw new UsageException("say one of --prisma FILE and --models [DIR]");
        }
    }

    /** @throws UsageException when both were said */
    void requireAtMostOne() {
        if (both()) {
            throw new UsageException("say one of --prisma FILE and --models [DIR], not both");
        }
    }

    private boolean both() {
        return prisma != null && models != null;
    }

    /** What it is called: {@code prisma} or {@code models}. */
    String word() {
        return prisma != null ? "prisma" : "models";
    }

    /** The schema, for the database that is open. */
    public SchemaSource source(Opened it) {
        return prisma != null
                ? new PrismaText(prisma).read(it.database().dialect())
                : it.code().models(directories());
    }

    /** The schema, as it is without a database. */
    SchemaDefinition definition(DatabaseOptions options) {
        if (prisma != null) {
            return new PrismaText(prisma).read().definition();
        }
        try (ProjectCode code = options.code()) {
            return code.models(directories()).wantedOf(SchemaDefinition.EMPTY);
        }
    }

    private List<Path> directories() {
        return Objects.requireNonNull(models).stream()
                .filter(name -> !name.equals(OF_PROJECT))
                .map(Path::of)
                .toList();
    }
}
