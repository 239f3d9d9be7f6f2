package dev.ilana.config;

import dev.ilana.error.InvalidConfigurationException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings by their keys, of one file or of code; immutable. */
record SettingTree(Map<String, Setting> settings) {

    static final SettingTree EMPTY = new SettingTree(Map.of());

    /** The url of a project that has one connection, and the key that it is short for. */
    private static final String URL = "url";

    private static final String DEFAULT_URL = "connections.default.url";

    /**
     * The tree of these.
     *
     * @throws InvalidConfigurationException when a key means nothing, or is there twice
     */
    static SettingTree of(Collection<Setting> settings) {
        Map<String, Setting> byKey = new LinkedHashMap<>();
        for (Setting setting : settings) {
            KnownKeys.check(setting.key(), setting.place());
            Setting other = byKey.putIfAbsent(inFull(setting.key()), setting);
            if (other != null) {
                throw new InvalidConfigurationException(setting.place() + ": " + setting.key() + " is there twice; "
                        + other.key() + " is at " + other.place());
            }
        }
        return new SettingTree(byKey);
    }

    /** Both: of a key that both have, that of the other. */
    SettingTree under(SettingTree other) {
        Map<String, Setting> both = new LinkedHashMap<>(settings);
        both.putAll(other.settings);
        return new SettingTree(both);
    }

    /** Where its settings were said; each place once. */
    Stream<String> sources() {
        return settings.values().stream().map(Setting::source).distinct();
    }

    @Nullable Setting find(String key) {
        return settings.get(inFull(key));
    }

    /** The key, or the one that it is short for. */
    static String inFull(String key) {
        return key.equals(URL) ? DEFAULT_URL : key;
    }

    /** The words that follow the section in its keys. */
    Set<String> names(String section) {
        int index = section.split("\\.", -1).length;
        return settings.keySet().stream()
                .filter(key -> key.startsWith(section + "."))
                .map(key -> KnownKeys.word(key, index))
                .collect(Collectors.toSet());
    }
}
