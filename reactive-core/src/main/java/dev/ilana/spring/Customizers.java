package dev.ilana.spring;

import dev.ilana.connection.Database;
import dev.ilana.connection.DatabaseBuilder;
import org.springframework.beans.factory.ObjectProvider;

/** The customizers of a context, one after the other. */
record Customizers(ObjectProvider<DatabaseCustomizer> beans) {

    Database build(DatabaseBuilder builder) {
        DatabaseBuilder customized = builder;
        for (DatabaseCustomizer customizer : beans.orderedStream().toList()) {
            customized = customizer.customize(customized);
        }
        return customized.build();
    }
}
