package dev.ilana.config;

import dev.ilana.error.InvalidConfigurationException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The variables of the environment, and of {@code .env} those that it does not set. One that is empty counts as not set. */
record Variables(Map<String, Variable> variables) {

    static final Variables NONE = new Variables(Map.of());

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\w+)(?::([^}]*))?}");

    static Variables of(Map<String, String> environment, Map<String, Variable> dotEnv) {
        Map<String, Variable> all = new HashMap<>(dotEnv);
        environment.forEach((name, value) -> {
            if (!value.isBlank()) {
                all.put(name, new Variable(value, new Origin(Layer.ENVIRONMENT, "$" + name)));
            }
        });
        all.values().removeIf(variable -> variable.value().isBlank());
        return new Variables(all);
    }

    /** Those of the environment that may say something, by name, and {@code .env} behind them where it sets any. */
    Stream<String> sources() {
        return variables.entrySet().stream()
                .filter(variable -> VariableNames.isKnown(variable.getKey())
                        || variable.getValue().origin().layer() == Layer.DOT_ENV)
                .map(variable -> variable.getValue().origin())
                .sorted(Comparator.comparing(Origin::layer).thenComparing(Origin::place))
                .map(Origin::source)
                .distinct();
    }

    /** What the variables of the key say: that of the environment before that of {@code .env}; null where none is set. */
    @Nullable Setting find(String key, List<String> names) {
        return names.stream()
                .map(variables::get)
                .filter(Objects::nonNull)
                .map(variable -> Setting.of(key, variable.origin(), variable.value()))
                .reduce((first, second) -> second.isAbove(first) ? second : first)
                .orElse(null);
    }

    /**
     * The setting with the values of variables in the places of their names.
     *
     * @throws InvalidConfigurationException when one is not set, and has no default
     */
    Setting resolve(Setting setting) {
        return setting.resolved(written -> REFERENCE
                .matcher(written)
                .replaceAll(
                        reference -> Matcher.quoteReplacement(value(setting, reference.group(1), reference.group(2)))));
    }

    private String value(Setting setting, String name, @Nullable String otherwise) {
        Variable variable = variables.get(name);
        if (variable != null) {
            return variable.value();
        } else if (otherwise == null) {
            throw new InvalidConfigurationException(setting.place() + ": " + setting.key() + " has ${" + name
                    + "}, which neither the environment nor .env sets");
        }
        return otherwise;
    }
}
