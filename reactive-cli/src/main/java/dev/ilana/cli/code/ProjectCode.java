package dev.ilana.cli.code;

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
        ProjectDirectories directories,
        @Nullable String connection,
        String environment) implements AutoCloseable {

    /** See {@link MigrationFinder#find}. */
    public List<Migration> migrations(boolean needed) {
        return new MigrationFinder(loader, directories.migrations(), directories.inside()).find(needed);
    }

    /** See {@link SeederFinder#find}. */
    public List<FoundSeeder> seeders(List<String> names) {
        return new SeederFinder(loader, directories).find(names);
    }

    /**
     * What the models say of their tables.
     *
     * @param where where they are, and nowhere else; none for those of the project
     * @throws dev.ilana.error.InvalidUsageException when two models have one table
     */
    public ModelSchema models(List<Path> where) {
        ModelFinder finder = where.isEmpty() ? modelFinder() : new ModelFinder(loader, where, List.of(), connection);
        return ModelSchema.of(finder.find().toArray(ModelTable<?>[]::new)).inEnvironment(environment);
    }

    /** See {@link ImportableModels#load}. */
    public LoadedModels importableModels() {
        return new ImportableModels(loader, modelFinder()).load();
    }

    private ModelFinder modelFinder() {
        return new ModelFinder(loader, directories.models(), loader.classpath().own(), connection);
    }

    /** Where there is code beside the directories of sources. */
    public List<CodePlace> places() {
        return loader.places();
    }

    /** How many migrations that place has now; nothing is compiled for it. */
    public int migrationsIn(CodePlace place) {
        return new MigrationFinder(loader, directories.migrations(), directories.inside()).count(place.classes());
    }

    @Override
    public void close() {
        loader.close();
    }
}
