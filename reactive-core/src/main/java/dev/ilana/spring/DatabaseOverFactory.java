package dev.ilana.spring;

import dev.ilana.config.Configuration;
import dev.ilana.connection.Database;
import dev.ilana.connection.DatabaseBuilder;
import dev.ilana.connection.OuterTransactions;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.InvalidConfigurationException;
import io.r2dbc.spi.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** A database over the one {@link ConnectionFactory} of the context, with its pool, and in the transactions of Spring on it. */
@ConditionalOnSingleCandidate(ConnectionFactory.class)
@ConditionalOnMissingBean(Database.class)
@Import(DatabaseOverFactory.InSpringTransactions.class)
final class DatabaseOverFactory {

    private static final String DIALECT = EnvironmentSettings.PREFIX + EnvironmentSettings.DIALECT;

    @Bean(destroyMethod = "close")
    Database database(
            ConnectionFactory factory,
            Environment environment,
            Configuration ilanaConfiguration,
            ObjectProvider<OuterTransactions> transactions,
            ObjectProvider<DatabaseCustomizer> customizers) {
        DatabaseBuilder builder = Database.builder(factory, dialect(factory, environment.getProperty(DIALECT)))
                .withSettings(ilanaConfiguration);
        OuterTransactions outer = transactions.getIfAvailable();
        return new Customizers(customizers).build(outer == null ? builder : builder.withOuterTransactions(outer));
    }

    /** As said, else as the driver calls its database: MariaDB is MySQL to it. */
    private static Dialect dialect(ConnectionFactory factory, @Nullable String said) {
        if (said != null && !said.isBlank()) {
            return Dialects.named(said);
        }
        String product = factory.getMetadata().getName();
        Dialect dialect = Dialects.find(product);
        if (dialect == null) {
            throw new InvalidConfigurationException("the ConnectionFactory is of \"" + product
                    + "\", which is no database known; say which it is by " + DIALECT + ": " + Dialects.KNOWN
                    + "; or leave the library out by ilana.enabled=false");
        }
        return dialect;
    }

    /** Apart, as nobody needs spring-r2dbc. */
    @ConditionalOnClass(name = "org.springframework.r2dbc.connection.ConnectionHolder")
    @ConditionalOnMissingBean(OuterTransactions.class)
    static final class InSpringTransactions {

        @Bean
        OuterTransactions ilanaSpringTransactions(ConnectionFactory factory) {
            return SpringTransactions.of(factory);
        }
    }
}
