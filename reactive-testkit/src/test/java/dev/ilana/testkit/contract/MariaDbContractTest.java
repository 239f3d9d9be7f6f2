package dev.ilana.testkit.contract;

import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.DatabaseTest;
import dev.ilana.testkit.database.IlanaTest;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** MariaDB keeps the contract. */
@DatabaseTest(DatabaseKind.MARIADB)
class MariaDbContractTest extends MySqlFamilyContracts {

    @Nested
    class Wipes implements WipeContract {
        @Override
        public Map<String, String> things() {
            return Map.of(
                    "create view city_names as select name from cities", "view city_names",
                    "create function twice(n int) returns int deterministic return 2 * n", "function twice",
                    "create procedure nothing() select 1", "procedure nothing",
                    "create event never on schedule at '2037-01-01' do select 1", "event never",
                    "create sequence numbers", "sequence numbers");
        }
    }

    @Nested
    class Errors implements MySqlErrors {
        @Override
        public String[] statementThatTimesOut() {
            return new String[] {"set max_statement_time = 0.1", "select sleep(5)"};
        }
    }

    @Nested
    @IlanaTest(
            value = DatabaseKind.MARIADB,
            models = {User.class, Post.class})
    class Rollbacks implements RollbackContract {}

    @Nested
    @IlanaTest(
            value = DatabaseKind.MARIADB,
            models = {User.class, Post.class})
    class Assertions implements AssertionContract {}
}
