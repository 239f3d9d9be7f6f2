package dev.ilana.config;

import dev.ilana.error.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings that code says: a map of texts, numbers, truths, times and lists, by dotted keys or by maps in maps. */
final class SettingValues {

    private final List<Setting> settings = new ArrayList<>();

    private SettingValues() {}

    /** @throws InvalidConfigurationException when a value is null, or a list has more than plain values in it */
    static SettingTree read(Map<String, ?> values) {
        SettingValues read = new SettingValues();
        values.forEach(read::add);
        return SettingTree.of(read.settings);
    }

    private void add(String key, @Nullable Object value) {
        if (value instanceof Map<?, ?> section) {
            section.forEach((name, inner) -> add(key + "." + name, inner));
        } else if (value instanceof Collection<?> list) {
            settings.add(Setting.list(
                    key,
                    Origin.CODE,
                    list.stream().map(each -> plain(key, each)).toList()));
        } else {
            settings.add(Setting.of(key, Origin.CODE, plain(key, value)));
        }
    }

    private static String plain(String key, @Nullable Object value) {
        if (value == null || value instanceof Map || value instanceof Collection) {
            throw new InvalidConfigurationException(Origin.CODE.place(), key, null, "a plain value, or a list of them");
        }
        return value.toString();
    }
}
