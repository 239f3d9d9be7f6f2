package dev.ilana.spring;

import dev.ilana.config.Configuration;
import dev.ilana.connection.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** A database with a pool of its own, where {@code ilana.url} or {@code ilana.connections} say where it is. */
@Conditional(OnConnection.class)
@ConditionalOnMissingBean(Database.class)
final class DatabaseOfSettings {

    @Bean(destroyMethod = "close")
    Database database(Configuration ilanaConfiguration, ObjectProvider<DatabaseCustomizer> customizers) {
        return new Customizers(customizers).build(ilanaConfiguration);
    }
}
