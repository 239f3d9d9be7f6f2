package dev.ilana.config;

import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.sql.Names;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings by dotted keys, such as {@code connections.main.url}, each with the place where it was said. What is said in code
 * counts before the environment, that before {@code .env}, and that before {@code ilana.yml} or {@code ilana.properties}.
 *
 * <p>Immutable. No message and no {@code toString} has the value of a password or URL.
 */
public final class Configuration {

    /** The name of the connection that {@code url} is short for, and of the default one where nothing else is said. */
    public static final String DEFAULT_CONNECTION = "default";

    private static final String DEFAULT = "default";

    private final SettingTree code;
    private final Variables variables;
    private final SettingTree file;
    private final String defaultConnection;

    private Configuration(SettingTree code, Variables variables, SettingTree file) {
        this.code = code;
        this.variables = variables;
        this.file = file;
        Setting named = find(DEFAULT, VariableNames.of(DEFAULT, DEFAULT_CONNECTION));
        this.defaultConnection =
                named == null ? DEFAULT_CONNECTION : named.as(Names::check, "a name of letters, digits and _");
    }

    /**
     * What the working directory and the environment of this process say; blocks while it reads.
     *
     * @throws InvalidConfigurationException when a file can't be read, or says what means nothing
     */
    public static Configuration read() {
        return read(Path.of(""));
    }

    /** The same, of another directory. */
    public static Configuration read(Path directory) {
        return read(directory, System.getenv());
    }

    /** The same, with other variables than those of this process. */
    public static Configuration read(Path directory, Map<String, String> environment) {
        if (!Files.isDirectory(directory)) {
            throw new InvalidConfigurationException(
                    directory + " is no directory; name the one that " + ProjectFile.YAML + " is in");
        }
        Path dotEnv = directory.resolve(DotEnv.FILE);
        Map<String, Variable> said = Files.isRegularFile(dotEnv) ? DotEnv.read(SettingsFile.read(dotEnv)) : Map.of();
        return new Configuration(SettingTree.EMPTY, Variables.of(environment, said), ProjectFile.read(directory));
    }

    /**
     * What code says, and nothing else: no file and no variable.
     *
     * @param settings by dotted keys, or by maps in maps; values are texts, numbers, truths, times, or lists of them
     * @throws InvalidConfigurationException when a key means nothing
     */
    public static Configuration of(Map<String, ?> settings) {
        return new Configuration(SettingValues.read(settings), Variables.NONE, SettingTree.EMPTY);
    }

    /** The keys that mean something of a project, and of the connection of that name. */
    public static List<String> keys(String connection) {
        return KnownKeys.all(connection);
    }

    /** The same with what code says on top of it. */
    public Configuration with(Map<String, ?> settings) {
        return new Configuration(code.under(SettingValues.read(settings)), variables, file);
    }

    /**
     * What is said under the key where it counts first; null where nothing is.
     *
     * @throws InvalidConfigurationException when it names a variable that is not set
     */
    public @Nullable Setting setting(String key) {
        return find(key, variables(key));
    }

    private @Nullable Setting find(String key, List<String> names) {
        Setting said = code.find(key);
        if (said == null) {
            said = variables.find(key, names);
        }
        if (said == null) {
            Setting written = file.find(key);
            said = written == null ? null : variables.resolve(written);
        }
        return said;
    }

    /** The variables of the environment that may say it, that which counts first before; none where only files and code may. */
    public List<String> variables(String key) {
        return VariableNames.of(SettingTree.inFull(key), defaultConnection);
    }

    /** {@link Setting#text()}; null where nothing is said. */
    public @Nullable String text(String key) {
        Setting setting = setting(key);
        return setting == null ? null : setting.text();
    }

    /** {@link Setting#number()}; null where nothing is said. */
    public @Nullable Integer number(String key) {
        Setting setting = setting(key);
        return setting == null ? null : setting.number();
    }

    /** {@link Setting#duration()}; null where nothing is said. */
    public @Nullable Duration duration(String key) {
        Setting setting = setting(key);
        return setting == null ? null : setting.duration();
    }

    /** {@link Setting#flag()}; false where nothing is said. */
    public boolean flag(String key) {
        Setting setting = setting(key);
        return setting != null && setting.flag();
    }

    /** {@link Setting#list()}; null where nothing is said. */
    public @Nullable List<String> list(String key) {
        Setting setting = setting(key);
        return setting == null ? null : setting.list();
    }

    /** The name of the connection that is meant where none is named. */
    public String defaultConnection() {
        return defaultConnection;
    }

    /** The connections that code or the file has keys of, by name. The environment may know others. */
    public Set<String> connections() {
        Set<String> names = new TreeSet<>(code.names(KnownKeys.CONNECTIONS));
        names.addAll(file.names(KnownKeys.CONNECTIONS));
        return names;
    }

    /**
     * Where something was said, that which counts first before: {@code code}, variables of the environment as {@code
     * $DB_URL}, {@code .env}, and {@code ilana.yml} or {@code ilana.properties}. None where nobody has said anything.
     */
    public List<String> sources() {
        return Stream.of(code.sources(), variables.sources(), file.sources())
                .flatMap(sources -> sources)
                .toList();
    }

    /** The keys of code and of the file, each with its place; no values. */
    @Override
    public String toString() {
        return "Configuration" + file.under(code).settings().values();
    }
}
