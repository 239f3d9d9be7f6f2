package dev.ilana.cli.project;

import dev.ilana.model.ModelTable;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.models.ModelSchema;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The code that a project has for its databases. It is compiled when it is asked for, and can be used until this is closed.
 *
 * @param connection the one that is meant; null for code that names none
 * @param environment where this is, for indexes that are of some environments only; empty where nothing is said
 */
public record ProjectCode(
        CodeLoader loader,
        List<Path> migrationDirectories,
        List<Path> seederDirectories,
        List<Path> modelDirectories,
        @Nullable String connection,
        String environment)
        implements AutoCloseable {

    /** See {@link MigrationFinder#find}. */
    public List<Migration> migrations(boolean needed) {
        return new MigrationFinder(loader, migrationDirectories).find(needed);
    }

    /** See {@link SeederFinder#find}. */
    public List<FoundSeeder> seeders(List<String> names) {
        return new SeederFinder(loader, seederDirectories, modelDirectories).find(names);
    }

    /**
     * What the models say of their tables.
     *
     * @param directories where they are; none for those of the project
     * @throws dev.ilana.error.InvalidUsageException when two models have one table
     */
    public ModelSchema models(List<Path> directories) {
        List<ModelTable<?>> models =
                new ModelFinder(loader, directories.isEmpty() ? modelDirectories : directories, connection).find();
        return ModelSchema.of(models.toArray(ModelTable<?>[]::new)).inEnvironment(environment);
    }

    @Override
    public void close() {
        loader.close();
    }
}
