package dev.ilana.cli.option;

import dev.ilana.cli.code.ProjectCode;
import dev.ilana.cli.console.Interruptible;
import dev.ilana.cli.project.NamedDatabases;
import dev.ilana.cli.project.ProjectSettings;
import dev.ilana.connection.Database;
import dev.ilana.connection.QueryListener;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.dump.SchemaDump;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * What a database is opened for. Nothing of it is open before the work runs.
 *
 * @param settings of its migrator
 */
public record Opening(DatabaseOptions options, MigratorSettings settings, Migrations migrations) {

    /** Which migrations there must be. */
    private enum Migrations {
        NONE,
        THOSE_THAT_ARE_THERE,
        AT_LEAST_ONE
    }

    static Opening of(DatabaseOptions options, MigratorSettings settings) {
        return new Opening(options, settings, Migrations.NONE);
    }

    Opening with(MigratorSettings others) {
        return new Opening(options, others, migrations);
    }

    /** For what may destroy data, where that is allowed. */
    public Opening allowing(boolean destruction) {
        return with(settings.withForce(destruction));
    }

    /** With the migrations of the project, of which there must be some, be it in a dump. */
    public Opening withMigrations() {
        return new Opening(options, settings, Migrations.AT_LEAST_ONE);
    }

    /** With the migrations of the project, if it has some. */
    public Opening withMigrationsThere() {
        return new Opening(options, settings, Migrations.THOSE_THAT_ARE_THERE);
    }

    /** Opens the database, lets the work be done, and closes it; gives what the work gives. */
    public <T> T run(Function<Opened, Mono<T>> work) {
        return within(options.database(), opened -> Interruptible.await(work.apply(opened)));
    }

    /**
     * As {@link #run}, for work that waits for its parts by itself.
     *
     * @param listener is told of the statements
     */
    public <T> T runHeard(QueryListener listener, Function<Opened, T> work) {
        return within(options.database(listener), work);
    }

    private <T> T within(Database database, Function<Opened, T> work) {
        NamedDatabases databases = named(database);
        try (ProjectCode code = options.code()) {
            Migrator migrator = migrator(database, code);
            return work.apply(new Opened(database, migrator, settings, code, options.console()));
        } finally {
            databases.close();
        }
    }

    private NamedDatabases named(Database open) {
        ProjectSettings project = options.project().settings();
        return NamedDatabases.of(project.configuration(), project.connection(), open);
    }

    private Migrator migrator(Database database, ProjectCode code) {
        if (migrations == Migrations.NONE) {
            return Migrator.of(database, List.of()).with(settings);
        }
        Optional<SchemaDump> dump =
                options.migrations().dumpFile(database.dialect().name()).read(database.dialect());
        // All that there were may be in the dump.
        boolean needed = migrations == Migrations.AT_LEAST_ONE && dump.isEmpty();
        List<Migration> found = code.migrations(needed);
        Migrator migrator = Migrator.of(database, found).with(settings);
        return dump.map(migrator::from).orElse(migrator);
    }
}
