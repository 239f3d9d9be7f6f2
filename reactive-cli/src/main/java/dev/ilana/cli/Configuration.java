package dev.ilana.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a project says once in its {@code ilana.properties} and not in every command: {@code url},
 * {@code connection.NAME.url}, {@code environment}, {@code prohibit-destructive}, {@code migrations.table},
 * {@code migrations.schema}, {@code migrations.lock}, {@code lint.fail}, {@code lint.ignore}. A value may name variables of the environment, as in
 * <code>${DB_URL}</code>.
 */
record Configuration(Properties properties, UnaryOperator<@Nullable String> environment) {

    static final String FILE = "ilana.properties";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    /** The one of that directory; an empty one where there is no such file. */
    static Configuration in(Path directory) {
        Properties properties = new Properties();
        Path file = directory.resolve(FILE);
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new CommandFailedException("can't read " + file + ": " + e.getMessage(), e);
            }
        }
        return new Configuration(properties, System::getenv);
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
                throw new CommandFailedException(FILE + " has " + key + " with ${" + variable.group(1)
                        + "}, which the environment does not set");
            }
            return Matcher.quoteReplacement(known);
        });
    }

    String get(String key, String otherwise) {
        String value = get(key);
        return value == null ? otherwise : value;
    }

    /** Where that connection is, by the file or by DB_NAME_URL of the environment; null where neither says. */
    @Nullable String url(@Nullable String connection) {
        if (connection == null) {
            String url = get("url");
            return url == null ? environment.apply("DB_URL") : url;
        }
        String url = get("connection." + connection + ".url");
        return url == null ? environment.apply(variable(connection)) : url;
    }

    static String variable(String connection) {
        return "DB_" + connection.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_URL";
    }

    /** The environment's name: by the environment, else by the file. */
    String environmentName() {
        String name = environment.apply("ILANA_ENV");
        return name == null ? get("environment", "") : name;
    }
}
