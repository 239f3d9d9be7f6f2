package dev.ilana.spring;

import dev.ilana.config.Configuration;
import dev.ilana.connection.Database;
import dev.ilana.connection.DatabaseBuilder;
import org.springframework.beans.factory.ObjectProvider;

/** Makes databases as the customizers of a context want them, one after the other. */
record Customizers(ObjectProvider<DatabaseCustomizer> beans) {

    /** The default connection of the configuration. */
    Database build(Configuration configuration) {
        return build(Database.builder(configuration, configuration.defaultConnection()));
    }

    Database build(DatabaseBuilder builder) {
        DatabaseBuilder customized = builder;
        for (DatabaseCustomizer customizer : beans.orderedStream().toList()) {
            customized = customizer.customize(customized);
        }
        return customized.build();
    }
}
