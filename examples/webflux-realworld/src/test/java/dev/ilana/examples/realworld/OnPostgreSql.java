package dev.ilana.examples.realworld;

import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestServers;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One service on PostgreSQL, for all tests that are on it. */
abstract class OnPostgreSql extends ServiceTest {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("ilana.url", TestServers.require(DatabaseKind.POSTGRESQL).createDatabase("realworld")::url);
    }
}
