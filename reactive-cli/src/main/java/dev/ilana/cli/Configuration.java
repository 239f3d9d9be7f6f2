package dev.ilana.cli;

import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.error.InvalidNameException;
import dev.ilana.schema.lint.LintRule;
import dev.ilana.schema.migrate.lock.LockKind;
import dev.ilana.sql.Names;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a project says once in its {@code ilana.properties} and not in every command: {@code url},
 * {@code connection.NAME.url}, {@code environment}, {@code prohibit-destructive}, {@code migrations.table},
 * {@code migrations.schema}, {@code migrations.lock}, {@code lint.fail}, {@code lint.ignore}. A value may name variables of
 * the environment, as in <code>${DB_URL}</code>.
 *
 * <p>What is malformed is an {@link InvalidConfigurationException} that names the key, when it is asked for.
 */
record Configuration(Properties properties, UnaryOperator<@Nullable String> environment) {

    static final String FILE = "ilana.properties";
    /** In place of rules: each of them. */
    static final String ALL_RULES = "all";

    private static final Set<String> KEYS = Set.of(
            "url",
            "environment",
            "prohibit-destructive",
            "migrations.table",
            "migrations.schema",
            "migrations.lock",
            "lint.fail",
            "lint.ignore");
    private static final Pattern KEY_OF_CONNECTION = Pattern.compile("connection\\.[^.]+\\.url");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    /**
     * The one of that directory; an empty one where there is no such file.
     *
     * @throws InvalidConfigurationException when the file is malformed, or has a key that means nothing: one mistyped would
     *     be a safeguard that nobody notices is off
     */
    static Configuration in(Path directory, UnaryOperator<@Nullable String> environment) {
        Properties properties = new Properties();
        Path file = directory.resolve(FILE);
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IllegalArgumentException e) {
                throw new InvalidConfigurationException(file + " is malformed: " + e.getMessage());
            } catch (IOException e) {
                throw new CommandFailedException("can't read " + file + ": " + e.getMessage(), e);
            }
        }
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            if (!KEYS.contains(key) && !KEY_OF_CONNECTION.matcher(key).matches()) {
                throw new InvalidConfigurationException(FILE + " has an unknown key " + key + "; there are "
                        + String.join(", ", new TreeSet<>(KEYS)) + " and connection.NAME.url");
            }
        }
        return new Configuration(properties, environment);
    }

    /** The value; null where nothing is said. */
    @Nullable String get(String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            return null;
        }
        Matcher variables = VARIABLE.matcher(value.strip());
        return variables.replaceAll(variable -> {
            String known = environment.apply(variable.group(1));
            if (known == null) {
                throw new InvalidConfigurationException(FILE + " has " + key + " with ${" + variable.group(1)
                        + "}, which the environment does not set");
            }
            return Matcher.quoteReplacement(known);
        });
    }

    private String get(String key, String otherwise) {
        String value = get(key);
        return value == null ? otherwise : value;
    }

    boolean prohibitsDestruction() {
        String key = "prohibit-destructive";
        return switch (get(key, "false").toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(key, "is true or false");
        };
    }

    LockKind lock() {
        String key = "migrations.lock";
        try {
            return LockKind.valueOf(get(key, "auto").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw invalid(key, "is auto, session or lease");
        }
    }

    /** The table of the history; null where nothing is said. */
    @Nullable String table() {
        return name("migrations.table");
    }

    /** The schema of the history; null where nothing is said. */
    @Nullable String schema() {
        return name("migrations.schema");
    }

    private @Nullable String name(String key) {
        String value = get(key);
        if (value != null && !isName(value)) {
            throw invalid(key, "is a name of letters, digits and _");
        }
        return value;
    }

    static boolean isName(String text) {
        try {
            return Names.check(text).equals(text);
        } catch (InvalidNameException e) {
            return false;
        }
    }

    /** The rules that are not looked at. */
    List<String> ignoredRules() {
        return rules("lint.ignore", "");
    }

    /** The rules that fail a command; {@link #ALL_RULES} where nothing is said. */
    List<String> failingRules() {
        return rules("lint.fail", ALL_RULES);
    }

    private List<String> rules(String key, String otherwise) {
        List<String> rules = Arrays.stream(get(key, otherwise).split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> known = Stream.concat(
                        Stream.of(ALL_RULES), Arrays.stream(LintRule.values()).map(LintRule::id))
                .toList();
        if (!known.containsAll(rules)) {
            throw invalid(key, "is a list with commas of " + String.join(", ", known));
        }
        return rules;
    }

    private InvalidConfigurationException invalid(String key, String what) {
        return new InvalidConfigurationException(FILE + " has " + key + " = " + get(key) + ", but it " + what);
    }

    /** Where that connection is, by the file or by DB_NAME_URL of the environment; null where neither says. */
    @Nullable String url(@Nullable String connection) {
        String url = get(urlKey(connection));
        return url == null ? environment.apply(variable(connection)) : url;
    }

    /** What says where that connection is: a key of the file, or a variable of the environment. */
    String urlSource(@Nullable String connection) {
        String key = urlKey(connection);
        return properties.getProperty(key) == null ? "$" + variable(connection) : key + " of " + FILE;
    }

    private static String urlKey(@Nullable String connection) {
        return connection == null ? "url" : "connection." + connection + ".url";
    }

    static String variable(@Nullable String connection) {
        return connection == null
                ? "DB_URL"
                : "DB_" + connection.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_URL";
    }

    /** The environment's name: by the environment, else by the file. */
    String environmentName() {
        String name = environment.apply("ILANA_ENV");
        return name == null ? get("environment", "") : name;
    }
}
