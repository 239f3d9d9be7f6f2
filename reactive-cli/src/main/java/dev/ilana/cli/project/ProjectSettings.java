package dev.ilana.cli.project;

import dev.ilana.config.Configuration;
import dev.ilana.config.Setting;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.schema.lint.LintRule;
import dev.ilana.schema.migrate.MigratorSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a project says once in its configuration and not in every command. What it says of migrations, seeders and models may
 * be said of one connection, and counts before what is said of all.
 *
 * <p>What is malformed is an {@link InvalidConfigurationException} that names the key, when it is asked for.
 *
 * @param connection the one whose migrations, seeders and models are meant
 */
public record ProjectSettings(Configuration configuration, String connection) {

    /** In place of rules: each of them. */
    public static final String ALL_RULES = "all";

    /** How the migrator of the connection works; which connection its migrations name is not said here. */
    public MigratorSettings migrator() {
        return MigratorSettings.of(configuration, connection);
    }

    /** Where the files of migrations are; at least one. */
    public List<Path> directories() {
        return directories("migrations");
    }

    /** Where the files of seeders are; at least one. */
    public List<Path> seederDirectories() {
        return directories("seeders");
    }

    /** Where the files of models are; at least one. */
    public List<Path> modelDirectories() {
        return directories("models");
    }

    /** Where the files of factories are; at least one. */
    public List<Path> factoryDirectories() {
        return directories("factories");
    }

    /** Where the project's own stubs are, if it has some. */
    public Path stubDirectory() {
        Setting directory = of("stubs", "directory");
        return directory == null ? Path.of("database/stubs") : directory.as(Path::of, "a directory");
    }

    /** Whether the Maven or Gradle project that is there is compiled and looked into. */
    public boolean looksIntoProject() {
        Setting said = configuration.setting("code.project");
        return said == null || said.flag();
    }

    /** Where what is compiled is kept: as said, else where that system keeps such things. */
    public Path cacheDirectory(Map<String, String> environment) {
        Setting said = configuration.setting("cache.directory");
        if (said != null) {
            return said.as(Path::of, "a directory");
        }
        // https://specifications.freedesktop.org/basedir-spec/latest/
        String base = environment.getOrDefault("XDG_CACHE_HOME", environment.get("LOCALAPPDATA"));
        return base == null || base.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "ilana-r")
                : Path.of(base, "ilana-r");
    }

    private List<Path> directories(String kind) {
        Setting directories = of(kind, "directories");
        List<String> names = directories == null ? List.of("database/" + kind) : directories.list();
        if (directories != null && names.isEmpty()) {
            throw directories.invalid("a directory, or several with commas");
        }
        return names.stream().map(Path::of).toList();
    }

    private @Nullable Setting of(String kind, String key) {
        Setting own = configuration.setting("connections." + connection + "." + kind + "." + key);
        return own == null ? configuration.setting(kind + "." + key) : own;
    }

    /** The rules that are not looked at. */
    public List<String> ignoredRules() {
        return rules("lint.ignore", List.of());
    }

    /** The rules that fail a command; {@link #ALL_RULES} where nothing is said. */
    public List<String> failingRules() {
        return rules("lint.fail", List.of(ALL_RULES));
    }

    private List<String> rules(String key, List<String> otherwise) {
        Setting setting = configuration.setting(key);
        if (setting == null) {
            return otherwise;
        }
        List<String> known = Stream.concat(
                        Stream.of(ALL_RULES), Stream.of(LintRule.values()).map(LintRule::id))
                .toList();
        List<String> rules = setting.list();
        if (!known.containsAll(rules)) {
            throw setting.invalid("a list of " + String.join(", ", known));
        }
        return rules;
    }

    /** The environment's name; empty where nothing is said. */
    public String environmentName() {
        String name = configuration.text("environment");
        return name == null ? "" : name;
    }
}
