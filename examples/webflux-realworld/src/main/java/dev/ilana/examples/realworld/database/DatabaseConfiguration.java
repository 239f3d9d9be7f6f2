package dev.ilana.examples.realworld.database;

import dev.ilana.connection.Database;
import dev.ilana.connection.DatabaseBuilder;
import dev.ilana.connection.NPlusOneGuard;
import dev.ilana.connection.QueryListener;
import dev.ilana.schema.migrate.Migrator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.WebFilter;

/** The database, whose tables are there before the first request, and which Spring closes. */
@Configuration
class DatabaseConfiguration {

    @Bean
    Database database(
            @Value("${realworld.database}") String url,
            ObjectProvider<NPlusOneGuard> guard,
            ObjectProvider<QueryListener> listeners) {
        DatabaseBuilder builder = Database.builder(url).withNPlusOneGuard(guard.getIfAvailable(NPlusOneGuard::logging));
        for (QueryListener listener : listeners) {
            builder = builder.withListener(listener);
        }
        Database database = builder.build();
        Migrator.of(database, Migrations.ALL).migrate().blockLast();
        return database;
    }

    /** Every request runs on it, each with a guard of its own. */
    @Bean
    WebFilter usingDatabase(Database database) {
        return (exchange, chain) -> chain.filter(exchange).contextWrite(database.use());
    }
}
