package dev.ilana.schema.spring;

import dev.ilana.config.Configuration;
import dev.ilana.connection.Database;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.spring.DatabaseAutoConfiguration;
import dev.ilana.spring.HealthReport;
import dev.ilana.spring.HealthReporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Makes a {@link Migrator} of the {@link Migration}s that are beans, where there is none. {@code ilana.migrate-on-start=true}
 * runs it before the application serves; {@code ilana.health.pending} is the status of a database that lacks migrations.
 */
@AutoConfiguration(after = DatabaseAutoConfiguration.class)
@ConditionalOnSingleCandidate(Database.class)
@ConditionalOnBooleanProperty(name = "ilana.enabled", matchIfMissing = true)
public final class MigrationAutoConfiguration {

    MigrationAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(Migration.class)
    Migrator migrator(Database database, ObjectProvider<Migration> migrations, Configuration ilanaConfiguration) {
        return Migrator.of(database, migrations.stream().toList())
                .with(MigratorSettings.of(ilanaConfiguration, ilanaConfiguration.defaultConnection()));
    }

    @Bean
    @ConditionalOnSingleCandidate(Migrator.class)
    @ConditionalOnBooleanProperty(name = "ilana.migrate-on-start")
    MigrationAtStart ilanaMigrationAtStart(Migrator migrator) {
        return new MigrationAtStart(migrator);
    }

    @Bean
    @ConditionalOnSingleCandidate(Migrator.class)
    @ConditionalOnMissingBean(name = "migrations")
    HealthReporter migrations(Migrator migrator, Environment environment) {
        return new MigrationHealth(migrator, environment.getProperty("ilana.health.pending", HealthReport.UP));
    }
}
