package dev.ilana.cli.option;

import dev.ilana.cli.code.ProjectCode;
import dev.ilana.cli.console.Console;
import dev.ilana.cli.console.UsageException;
import dev.ilana.cli.project.ProjectSettings;
import dev.ilana.config.Configuration;
import dev.ilana.connection.Database;
import dev.ilana.connection.DatabaseBuilder;
import dev.ilana.connection.PoolSettings;
import dev.ilana.connection.QueryListener;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.schema.migrate.MigratorSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which database of the project is meant, and how it is reached. */
public final class DatabaseOptions {

    @Mixin
    private CodeOptions code = new CodeOptions();

    // No default is shown: the one of the environment may hold a password.
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = {
                "The database. Default: $DB_URL, which other users of the machine can't read as they can a command line,"
                        + " else url in ilana.yml or ilana.properties.",
                "  postgresql://user:password@host:5432/name",
                "  mariadb://user:password@host:3306/name",
                "  mysql://user:password@host:3306/name",
                "  h2:file:./path"
            })
    private @Nullable String url;

    @Option(
            names = "--connect-timeout",
            paramLabel = "SECONDS",
            description = "How long the server may take to answer a new connection. Default: 5.")
    private @Nullable Integer connectTimeout;

    public Console console() {
        return project().console();
    }

    public ProjectOptions project() {
        return migrations().project();
    }

    public MigrationOptions migrations() {
        return code.migrations();
    }

    /** The code of the project, to be closed. */
    public ProjectCode code() {
        return code.code();
    }

    /** The database, to be opened for a command that needs no migrations and may destroy nothing. */
    public Opening opening() {
        return Opening.of(this, migratorSettings());
    }

    /** How the migrator of the database works, as the project says it. */
    private MigratorSettings migratorSettings() {
        return project().settings().migrator().withConnection(project().namedConnection());
    }

    /** Where settings were said, that which counts first before. */
    public List<String> sources() {
        List<String> configured = project().settings().configuration().sources();
        return url == null
                ? configured
                : Stream.concat(Stream.of("--url"), configured.stream()).toList();
    }

    /** The database that is meant, to be closed; nothing of it is open yet. */
    public Database database() {
        return built(this::meant);
    }

    /** The same, of whose statements the listener is told. */
    Database database(QueryListener listener) {
        return built(() -> meant().withListener(listener));
    }

    private DatabaseBuilder meant() {
        if (url != null) {
            return ofUrl(url);
        }
        ProjectSettings settings = project().settings();
        return configured(settings.configuration(), settings.connection());
    }

    /** Another database: that of the URL, else the connection of that name. */
    public Database other(@Nullable String where, String name) {
        return built(() -> where == null ? configured(project().settings().configuration(), name) : ofUrl(where));
    }

    private static Database built(Supplier<DatabaseBuilder> database) {
        try {
            return database.get().build();
        } catch (InvalidConfigurationException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    private DatabaseBuilder configured(Configuration configuration, String name) {
        try {
            return opened(configuration, name);
        } catch (InvalidConfigurationException e) {
            throw new UsageException(e.getMessage() + others(configuration, name), e);
        }
    }

    /** Which connections there are, where nobody has said anything of that one. */
    private static String others(Configuration configuration, String name) {
        Set<String> known = configuration.connections();
        return known.isEmpty() || known.contains(name) || configuration.setting("connections." + name + ".url") != null
                ? ""
                : "; there are " + String.join(", ", known);
    }

    private DatabaseBuilder opened(Configuration configuration, String name) {
        return Database.builder(
                connectTimeout == null
                        ? configuration
                        : configuration.with(
                                Map.of("connections." + name + ".pool.create-timeout", connectTimeout + "s")),
                name);
    }

    private DatabaseBuilder ofUrl(String where) {
        PoolSettings pool = connectTimeout == null
                ? PoolSettings.DEFAULT
                : PoolSettings.DEFAULT.withConnectTimeout(Duration.ofSeconds(connectTimeout));
        return Database.builder(where).withPool(pool);
    }
}
