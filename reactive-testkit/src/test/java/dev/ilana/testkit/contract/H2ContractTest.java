package dev.ilana.testkit.contract;

import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.DatabaseTest;
import dev.ilana.testkit.database.IlanaTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** H2 keeps the contract. */
@DatabaseTest(DatabaseKind.H2)
class H2ContractTest extends DialectContracts {

    /** How many sessions of this database other than the asking one have a transaction open. */
    private static final String OPEN_TRANSACTIONS =
            "select count(*) as open from information_schema.sessions where contains_uncommitted";

    @Nested
    class Configurations implements ConfigurationContract {
        @Override
        public String zoneOfSession() {
            return "select setting_value from information_schema.settings where setting_name = 'TIME ZONE'";
        }

        @Override
        public String openConnections() {
            return "select count(*) from information_schema.sessions";
        }
    }

    @Nested
    class Injections implements InjectionContract {}

    @Nested
    class Bulk implements BulkContract {}

    @Nested
    class BulkTypes implements BulkTypeContract {
        @Override
        public Instant latestInstant() {
            return Instant.parse("+12024-02-29T23:59:59.999999Z");
        }
    }

    @Nested
    class Dates implements DateContract {
        @Override
        public String twoHoursAhead() {
            return "?options=TIME%20ZONE=%2B02:00";
        }
    }

    @Nested
    class Lists implements ListContract {}

    @Nested
    class FullText implements FullTextContract {
        @Override
        public List<String> fullTextIndexes() {
            return List.of();
        }
    }

    @Nested
    class Types implements TypeContract {}

    @Nested
    class Wipes implements WipeContract {
        @Override
        public Map<String, String> things() {
            return Map.of(
                    "create view city_names as select name from cities", "view city_names",
                    "create sequence numbers", "sequence numbers",
                    "create domain percentage as int check (value < 101)", "domain percentage",
                    "create alias twice for 'java.lang.Integer.bitCount'", "alias twice",
                    "create constant answer value 42", "constant answer");
        }
    }

    @Nested
    class SqlMigrations implements SqlMigrationContract {}

    @Nested
    class MigrationSafety implements MigrationSafetyContract {}

    @Nested
    class Errors implements ErrorContract {
        @Override
        public String impatientLocks() {
            return "set lock_timeout 100";
        }

        @Override
        public String[] statementThatTimesOut() {
            return new String[] {};
        }
    }

    @Nested
    class StreamLives implements StreamLifeContract {
        @Override
        public String openTransactions() {
            return OPEN_TRANSACTIONS;
        }
    }

    @Nested
    class CursorPageTypes implements CursorPageTypeContract {}

    @Nested
    class Cancellations implements CancellationContract {
        @Override
        public String openTransactions() {
            return OPEN_TRANSACTIONS;
        }
    }

    /** It is in this process: nothing could stop it from outside. */
    @Nested
    class ServerCancels implements ServerCancelContract {
        @Override
        public String sleep() {
            return "select %s";
        }

        @Override
        public String sleeping() {
            return "select 0 as running";
        }
    }

    @Nested
    class Transfers implements TransferContract {}

    @Nested
    class TransactionEnds implements TransactionEndContract {
        @Override
        public String openTransactions() {
            return OPEN_TRANSACTIONS;
        }
    }

    @Nested
    @IlanaTest(models = {User.class, Post.class})
    class Rollbacks implements RollbackContract {}

    @Nested
    @IlanaTest(models = {User.class, Post.class})
    class Assertions implements AssertionContract {}
}
