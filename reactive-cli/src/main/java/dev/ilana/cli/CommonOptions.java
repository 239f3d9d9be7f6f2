package dev.ilana.cli;

import static java.util.Objects.requireNonNull;

import dev.ilana.config.Configuration;
import dev.ilana.connection.Database;
import dev.ilana.connection.PoolSettings;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.dump.SchemaDump;
import dev.ilana.schema.migrate.lock.LockKind;
import dev.ilana.schema.migrate.lock.LockSettings;
import dev.ilana.sql.Names;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import reactor.core.publisher.Mono;

/** Which database, where its migrations are, and how to talk. */
class CommonOptions {

    static final String VERBOSE = "--verbose";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

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
            names = "--connection",
            paramLabel = "NAME",
            description = "The connection of that name, with its migrations and its history. It is at $DB_NAME_URL,"
                    + " else at connections.NAME.url in ilana.yml or ilana.properties.")
    private @Nullable String connection;

    @Option(
            names = "--path",
            paramLabel = "DIR",
            description = "Where the .java and .sql files of migrations are. Default: migrations.directories in"
                    + " ilana.yml or ilana.properties, else database/migrations.")
    private @Nullable Path path;

    @Option(
            names = "--classpath",
            paramLabel = "PATH",
            description =
                    "Jars and directories, as for java: what migrations, seeders and models need, and migrations compiled"
                            + " already.")
    private @Nullable String classpath;

    @Option(names = "--schema", paramLabel = "NAME", description = "The schema of the history.")
    private @Nullable String schema;

    @Option(
            names = "--lock",
            paramLabel = "KIND",
            description =
                    "auto, session or lease: how migrators keep each other out. Say lease behind a proxy that pools"
                            + " transactions.")
    private @Nullable String lock;

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for another migrator. Default: 60.")
    private @Nullable Integer lockTimeout;

    @Option(
            names = "--connect-timeout",
            paramLabel = "SECONDS",
            description = "How long the server may take to answer a new connection. Default: 5.")
    private @Nullable Integer connectTimeout;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Leave out remarks; what was done or found is printed, and errors.")
    private boolean quiet;

    @Option(names = "--no-interaction", description = "Never ask.")
    private boolean noInteraction;

    // ErrorReport reads it from what was parsed.
    @SuppressWarnings("unused")
    @Option(names = VERBOSE, description = "Show the stack trace of an error.")
    private boolean verbose;

    private Surroundings surroundings = Surroundings.OF_PROCESS;

    /** Others than those of this process. */
    void use(Surroundings others) {
        surroundings = others;
    }

    Console console() {
        return new Console(requireNonNull(spec).commandLine(), json, quiet);
    }

    /** Opens the database, lets the work be done with its migrator, and closes it; gives what the work gives. */
    <T> T withMigrator(BiFunction<Migrator, Console, Mono<T>> work) {
        return withMigrator(false, work);
    }

    /** The same for what may destroy data. */
    <T> T withMigrator(boolean force, BiFunction<Migrator, Console, Mono<T>> work) {
        return open(force, true, it -> work.apply(it.migrator(), it.console()));
    }

    /** The same where there need not be any migrations. */
    <T> T withoutMigrations(boolean force, BiFunction<Migrator, Console, Mono<T>> work) {
        return open(force, false, it -> work.apply(it.migrator(), it.console()));
    }

    /** Opens the database for what needs no migrations. */
    <T> T withDatabase(Function<Opened, Mono<T>> work) {
        return open(false, false, work);
    }

    /**
     * Opens the database, lets the work be done, and closes it; gives what the work gives.
     *
     * @param force whether it may destroy data
     * @param needed whether there must be migrations
     */
    <T> T open(boolean force, boolean needed, Function<Opened, Mono<T>> work) {
        MigratorSettings settings = settings(project()).withForce(force);
        Database database = database();
        NamedDatabases databases = named(database);
        try (ProjectCode code = code()) {
            Optional<SchemaDump> dump = needed ? dump(database) : Optional.empty();
            // All that there were may be in the dump.
            List<Migration> migrations = needed ? code.migrations(dump.isEmpty()) : List.of();
            Migrator migrator = Migrator.of(database, migrations).with(settings);
            return Interruptible.await(work.apply(
                    new Opened(database, dump.map(migrator::from).orElse(migrator), settings, code, console())));
        } finally {
            databases.close();
        }
    }

    /** A migrator of these, and of the dump where there is one. */
    Migrator migrator(Opened it, List<Migration> migrations) {
        Migrator migrator = Migrator.of(it.database(), migrations).with(it.settings());
        return dump(it.database()).map(migrator::from).orElse(migrator);
    }

    private Optional<SchemaDump> dump(Database database) {
        return dumpFile(database.dialect().name()).read(database.dialect());
    }

    /** The code of the project, to be closed. */
    ProjectCode code() {
        ProjectSettings project = project();
        return new ProjectCode(
                new CodeLoader(entries()),
                directories(),
                seederDirectories(),
                modelDirectories(),
                connection,
                project.environmentName());
    }

    private NamedDatabases named(Database open) {
        Configuration configuration = configuration();
        return NamedDatabases.of(configuration, connectionOf(configuration), open);
    }

    /** Another database: that of the URL, else the connection of that name. */
    Database other(@Nullable String where, String name) {
        return built(() -> where == null ? configured(configuration(), name) : ofUrl(where));
    }

    /** That file in the directory of the project. */
    Path inProject(String file) {
        return surroundings.directory().resolve(file);
    }

    /** What the project says. */
    ProjectSettings project() {
        Configuration configuration = configuration();
        return new ProjectSettings(configuration, connectionOf(configuration));
    }

    private Configuration configuration() {
        return Configuration.read(surroundings.directory(), surroundings.environment());
    }

    private String connectionOf(Configuration configuration) {
        return connection == null ? configuration.defaultConnection() : connection;
    }

    /** Where the files of migrations are. */
    List<Path> directories() {
        return path == null ? inProject(project().directories()) : List.of(path);
    }

    /** Where the files of seeders are. */
    List<Path> seederDirectories() {
        return inProject(project().seederDirectories());
    }

    /** Where the files of models are. */
    List<Path> modelDirectories() {
        return inProject(project().modelDirectories());
    }

    /** Where a new seeder is written. */
    Path seederDirectory() {
        return seederDirectories().get(0);
    }

    /** Where new models are written. */
    Path modelDirectory() {
        return modelDirectories().get(0);
    }

    /** Where settings were said, that which counts first before. */
    List<String> sources() {
        List<String> configured = configuration().sources();
        return url == null
                ? configured
                : Stream.concat(Stream.of("--url"), configured.stream()).toList();
    }

    /** Where new factories are written. */
    Path factoryDirectory() {
        return inProject(project().factoryDirectories()).get(0);
    }

    /** What new files are made of. */
    Stubs stubs() {
        return new Stubs(surroundings.directory().resolve(project().stubDirectory()));
    }

    /** The connection that was named; empty where none was. */
    Optional<String> connection() {
        return Optional.ofNullable(connection).map(named -> name("--connection", named));
    }

    private List<Path> inProject(List<Path> directories) {
        return directories.stream().map(surroundings.directory()::resolve).toList();
    }

    /** The file of the dump, where nothing else is said: beside the first of the directories. */
    DumpFile dumpFile(String dialect) {
        return DumpFile.beside(directories().get(0), connection, dialect);
    }

    /** The files of migrations, in one directory after the other. */
    List<MigrationFiles> migrationFiles() {
        return directories().stream().map(MigrationFiles::new).toList();
    }

    /** True when what destroys data may run: it is no production, was forced, or a person at a terminal says yes. */
    boolean confirmed(boolean force, String what) {
        return force || (isProduction() && saidYes("This is production, and " + what + " destroys data."));
    }

    /**
     * Nothing, when what puts rows in may do so here: it is no production, was forced, or a person at a terminal says yes.
     *
     * @throws CommandFailedException when there is nobody to ask
     */
    void agreedToSeed(boolean force) {
        if (isProduction()) {
            agreed(force, "this is production, and the seeders put rows in");
        }
    }

    private boolean isProduction() {
        return project().environmentName().equalsIgnoreCase(MigratorSettings.PRODUCTION);
    }

    /**
     * Nothing, when it was forced or a person at a terminal says yes.
     *
     * @throws CommandFailedException when there is nobody to ask
     */
    void agreed(boolean force, String what) {
        if (!force && !saidYes(what + ".")) {
            throw new CommandFailedException(what + "; force it if that is what you want");
        }
    }

    /**
     * False when there is nobody to ask.
     *
     * @throws CancelledException when the answer is another than yes
     */
    private boolean saidYes(String what) {
        String answer = noInteraction ? null : surroundings.terminal().ask(what + " Go on? (yes/no) ");
        if (answer != null && !answer.equals("yes")) {
            throw new CancelledException("cancelled; nothing was done");
        }
        return answer != null;
    }

    private MigratorSettings settings(ProjectSettings project) {
        LockSettings locking = LockSettings.DEFAULT.withKind(lock == null ? project.lock() : kind(lock));
        MigratorSettings settings = MigratorSettings.DEFAULT
                .withConnection(connection)
                .withEnvironment(project.environmentName())
                .withProhibitDestructive(project.prohibitsDestruction())
                .withLock(
                        lockTimeout == null ? locking : locking.withTimeout(Duration.ofSeconds(positive(lockTimeout))))
                .withSchema(schema == null ? project.schema() : name("--schema", schema));
        String said = historyTable();
        String named = said == null ? project.table() : name("--table", said);
        return named == null ? settings : settings.withTable(named);
    }

    /** The table of the history as an option says it; null where none does. */
    @Nullable String historyTable() {
        return null;
    }

    private LockKind kind(String name) {
        try {
            return LockKind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw usage("--lock is auto, session or lease, not " + name);
        }
    }

    private String name(String option, String text) {
        if (!Names.isName(text)) {
            throw usage(option + " is a name of letters, digits and _, not " + text);
        }
        return text;
    }

    private int positive(int seconds) {
        if (seconds < 0) {
            throw usage("--lock-timeout must be at least 0, not " + seconds);
        }
        return seconds;
    }

    /** The database that is meant, to be closed; nothing of it is open yet. */
    Database database() {
        return built(() -> {
            if (url != null) {
                return ofUrl(url);
            }
            Configuration configuration = configuration();
            return configured(configuration, connectionOf(configuration));
        });
    }

    private Database built(Supplier<Database> database) {
        try {
            return database.get();
        } catch (InvalidConfigurationException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private Database configured(Configuration configuration, String name) {
        return Database.builder(
                        connectTimeout == null
                                ? configuration
                                : configuration.with(
                                        Map.of("connections." + name + ".pool.create-timeout", connectTimeout + "s")),
                        name)
                .build();
    }

    private Database ofUrl(String where) {
        PoolSettings pool = connectTimeout == null
                ? PoolSettings.DEFAULT
                : PoolSettings.DEFAULT.withConnectTimeout(Duration.ofSeconds(connectTimeout));
        return Database.builder(where).withPool(pool).build();
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
