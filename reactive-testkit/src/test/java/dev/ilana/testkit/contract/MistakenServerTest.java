package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.sql.Sql;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.DatabaseTest;
import dev.ilana.testkit.database.Runner;
import org.junit.jupiter.api.Test;

/** MySQL and MariaDB answer to one driver, so a URL can name the wrong one. */
@DatabaseTest(DatabaseKind.MARIADB)
class MistakenServerTest {

    @Test
    @Feature("1.2")
    void aMariaDbBehindAMySqlUrlIsToldByItsName(Runner run) {
        Database mistaken = Database.connect(run.url().replaceFirst("^mariadb:", "mysql:"));

        assertThat(run.error(mistaken.executor().update(Sql.of("select 1"))))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("the URL says MySQL, but the server is MariaDB ");

        run.value(mistaken.close());
    }
}
