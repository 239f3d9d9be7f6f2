package dev.ilana.connection;

import dev.ilana.config.Setting;
import dev.ilana.error.InvalidConfigurationException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a configuration says of a pool; of what it does not say, the default holds. */
record ConfiguredPool(Function<String, @Nullable Setting> settings) {

    /** @throws InvalidConfigurationException when a value can't be */
    PoolSettings settings(PoolSettings defaults) {
        int max = size("max", defaults.maxSize(), 1, Integer.MAX_VALUE);
        return new PoolSettings(
                size("min", defaults.minSize(), 0, max),
                max,
                time("acquire-timeout", defaults.acquireTimeout()),
                time("create-timeout", defaults.connectTimeout()),
                time("validation-timeout", defaults.validationTimeout()),
                time("idle-time", defaults.maxIdle()),
                time("lifetime", defaults.maxLifetime()));
    }

    private int size(String key, int otherwise, int least, int most) {
        Setting setting = settings.apply(key);
        if (setting == null) {
            return otherwise;
        }
        int size = setting.number();
        if (size < least || size > most) {
            throw setting.invalid(
                    most == Integer.MAX_VALUE ? "at least " + least : "from " + least + " to the max of " + most);
        }
        return size;
    }

    private Duration time(String key, Duration otherwise) {
        Setting setting = settings.apply(key);
        return setting == null ? otherwise : setting.duration();
    }
}
