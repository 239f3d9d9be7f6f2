package dev.ilana.cli;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.schema.migrate.Migrator;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import reactor.core.publisher.Mono;

/** Which database, and where its migrations are. */
final class CommonOptions {

    static final String VERBOSE = "--verbose";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    // No default is shown: the one of the environment may hold a password.
    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:DB_URL}",
            description = {
                "The database. Default: $DB_URL, which other users of the machine can't read as they can a command line.",
                "  postgresql://user:password@host:5432/name",
                "  mariadb://user:password@host:3306/name",
                "  mysql://user:password@host:3306/name",
                "  h2:file:./path"
            })
    private @Nullable String url;

    @Option(
            names = "--path",
            paramLabel = "DIR",
            defaultValue = "database/migrations",
            description = "Where the .java files of migrations are. Default: ${DEFAULT-VALUE}.")
    private Path path = Path.of("database/migrations");

    @Option(
            names = "--classpath",
            paramLabel = "PATH",
            description =
                    "Jars and directories, as for java: what the migrations need, and migrations compiled already.")
    private @Nullable String classpath;

    // ErrorReport reads it from what was parsed.
    @SuppressWarnings("unused")
    @Option(names = VERBOSE, description = "Show the stack trace of an error.")
    private boolean verbose;

    /** Opens the database, lets the work be done with its migrator, and closes it; gives what the work gives. */
    <T> T withMigrator(Function<Migrator, Mono<T>> work) {
        Database database = database();
        try (MigrationLoader loader = new MigrationLoader(path, entries())) {
            Migrator migrator = Migrator.of(database, loader.load());
            T result = work.apply(migrator).block();
            if (result == null) {
                throw new IllegalStateException("the command came to no end");
            }
            return result;
        } finally {
            database.close().block();
        }
    }

    private Database database() {
        if (url == null || url.isBlank()) {
            throw usage("no database: say which with --url, or in the environment as DB_URL");
        }
        try {
            return Database.connect(url);
        } catch (InvalidConfigurationException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private List<Path> entries() {
        return classpath == null
                ? List.of()
                : Arrays.stream(classpath.split(File.pathSeparator, -1))
                        .filter(entry -> !entry.isEmpty())
                        .map(Path::of)
                        .toList();
    }

    private ParameterException usage(String message) {
        if (spec == null) {
            throw new IllegalStateException("options outside of a command");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
