package dev.ilana.cli.option;

import dev.ilana.cli.console.Console;
import dev.ilana.cli.project.ProjectSettings;
import dev.ilana.config.Configuration;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which connection of the project is meant; and with it what the project says, and where it has its files. */
public final class ProjectOptions {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = "--connection",
            paramLabel = "NAME",
            description = "The connection of that name, with its migrations and its history. It is at $DB_NAME_URL,"
                    + " else at connections.NAME.url in ilana.yml or ilana.properties.")
    private @Nullable String connection;

    public Console console() {
        return common.console();
    }

    /** Whether the stack trace of an error is wanted. */
    public boolean verbose() {
        return common.verbose();
    }

    /** Whether a person is there, and may be asked. */
    public boolean attended() {
        return common.attended();
    }

    /** What is given on standard input. */
    public Reader input() {
        return common.input();
    }

    /** The variables of the environment. */
    public Map<String, String> environment() {
        return common.environment();
    }

    /** Who is asked before what can't be taken back. */
    public Consent consent() {
        return new Consent(common, this);
    }

    /** What the project says. */
    public ProjectSettings settings() {
        Configuration configuration = Configuration.read(common.directory(), common.environment());
        return new ProjectSettings(configuration, connection == null ? configuration.defaultConnection() : connection);
    }

    /** The connection as it was named; null where none was. */
    @Nullable String namedConnection() {
        return connection;
    }

    /**
     * The connection that was named; empty where none was.
     *
     * @throws dev.ilana.cli.console.UsageException when that is no name
     */
    public Optional<String> connection() {
        return Optional.ofNullable(connection).map(named -> OptionName.check("--connection", named));
    }

    /** That file in the directory of the project. */
    public Path file(Path name) {
        return common.directory().resolve(name);
    }

    /** Where the files of migrations are, where no option says it. */
    List<Path> migrationDirectories() {
        return here(settings().directories());
    }

    /** Where the files of seeders are. */
    public List<Path> seederDirectories() {
        return here(settings().seederDirectories());
    }

    /** Where the files of models are. */
    public List<Path> modelDirectories() {
        return here(settings().modelDirectories());
    }

    /** Where a new seeder is written. */
    public Path seederDirectory() {
        return seederDirectories().get(0);
    }

    /** Where new models are written. */
    public Path modelDirectory() {
        return modelDirectories().get(0);
    }

    /** Where the files of factories are. */
    public List<Path> factoryDirectories() {
        return here(settings().factoryDirectories());
    }

    /** Where new factories are written. */
    public Path factoryDirectory() {
        return factoryDirectories().get(0);
    }

    /** Where the project's own stubs are, if it has some. */
    public Path stubDirectory() {
        return file(settings().stubDirectory());
    }

    /** Where what is compiled is kept. */
    Path cacheDirectory() {
        return file(settings().cacheDirectory(common.environment()));
    }

    /** Where the project is. */
    Path directory() {
        return common.directory();
    }

    private List<Path> here(List<Path> directories) {
        return directories.stream().map(this::file).toList();
    }
}
