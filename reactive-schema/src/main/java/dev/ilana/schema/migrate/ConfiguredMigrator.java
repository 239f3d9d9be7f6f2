package dev.ilana.schema.migrate;

import dev.ilana.config.Configuration;
import dev.ilana.config.Setting;
import dev.ilana.schema.migrate.lock.LockKind;
import dev.ilana.schema.migrate.lock.LockSettings;
import dev.ilana.sql.Names;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a configuration says of the migrations of a connection; it counts before what is said of all. */
record ConfiguredMigrator(Configuration configuration, String connection) {

    /** @throws dev.ilana.error.InvalidConfigurationException when a value can't be */
    MigratorSettings settings() {
        MigratorSettings told = MigratorSettings.DEFAULT
                .withProhibitDestructive(configuration.flag("prohibit-destructive"))
                .withLock(LockSettings.DEFAULT.withKind(lock()))
                .withSchema(name("schema"));
        String table = name("table");
        String environment = configuration.text("environment");
        MigratorSettings named = table == null ? told : told.withTable(table);
        return environment == null ? named : named.withEnvironment(environment);
    }

    private LockKind lock() {
        Setting lock = setting("lock");
        return lock == null
                ? LockKind.AUTO
                : lock.as(text -> LockKind.valueOf(text.toUpperCase(Locale.ROOT)), "auto, session or lease");
    }

    private @Nullable String name(String key) {
        Setting name = setting(key);
        return name == null ? null : name.as(Names::check, "a name of letters, digits and _");
    }

    private @Nullable Setting setting(String key) {
        Setting own = configuration.setting("connections." + connection + ".migrations." + key);
        return own == null ? configuration.setting("migrations." + key) : own;
    }
}
