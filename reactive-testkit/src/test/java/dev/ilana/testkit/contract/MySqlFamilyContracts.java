package dev.ilana.testkit.contract;

import dev.ilana.testkit.database.UrlOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The contracts to which MySQL and MariaDB have the same answer. */
abstract class MySqlFamilyContracts extends DialectContracts {

    private static final String OPEN_TRANSACTIONS = "select count(*) as open from information_schema.innodb_trx t"
            + " join information_schema.processlist p on p.id = t.trx_mysql_thread_id where p.db = database()";

    @Nested
    class Configurations implements ConfigurationContract {
        @Override
        public String zoneOfSession() {
            return "select @@session.time_zone";
        }

        @Override
        public String openConnections() {
            return "select count(*) from information_schema.processlist where db = database()";
        }

        @Override
        public String pause() {
            return "select sleep(0.1)";
        }

        @Override
        public Map<String, String> zones() {
            // Those with names need tables that a new server has not.
            return Map.of("-05:00", "-05:00", "UTC+1", "+01:00", "+05:30", "+05:30");
        }
    }

    @Nested
    class Injections implements InjectionContract, MySqlVictims {}

    /** The driver writes the values into the text by itself. */
    @Nested
    @UrlOptions("useServerPrepareStatement=false")
    class InjectionsIntoText implements InjectionContract, MySqlVictims {}

    @Nested
    @UrlOptions(MySqlVictims.OTHER_QUOTES)
    class HostileValuesWithOtherQuotes implements HostileValueContract, MySqlVictims {}

    @Nested
    @UrlOptions("useServerPrepareStatement=false&" + MySqlVictims.OTHER_QUOTES)
    class InjectionsIntoTextWithOtherQuotes implements InjectionContract, MySqlVictims {}

    @Nested
    class Bulk implements BulkContract {
        @Override
        public int textsOfAnUpdate() {
            return 9; // of 1, 2, 4 … 256 rows
        }
    }

    @Nested
    class Dates implements DateContract {
        @Override
        public String twoHoursAhead() {
            return "?connectionTimeZone=%2B02:00";
        }
    }

    @Nested
    class BulkTypes implements BulkTypeContract {}

    @Nested
    class Lists implements ListContract {}

    @Nested
    class FullText implements FullTextContract {
        @Override
        public List<String> fullTextIndexes() {
            return List.of(
                    "create fulltext index articles_body on articles (body)",
                    "create fulltext index articles_both on articles (title, body)");
        }
    }

    @Nested
    class Types implements TypeContract {
        @Override
        public String zoneOfTheSession() {
            return "set time_zone = '+05:30'";
        }
    }

    @Nested
    class SqlMigrations implements SqlMigrationContract {
        @Override
        public String file() {
            return """
                    -- up
                    create table notes (id int primary key, body text); # a; comment
                    delimiter //
                    create trigger note_it before insert on notes for each row
                    begin
                      if new.body is null then set new.body = '-- down'; end if;
                    end//
                    delimiter ;
                    insert into notes (id, body) values (1, 'a; b'), (2, 'it\\'s');
                    insert into notes (id) values (3)
                    -- down
                    /*!50000 drop table notes */;
                    """;
        }
    }

    @Nested
    class MigrationSafety implements MigrationSafetyContract {
        /** On every table of the database, also on those to come. */
        @Override
        public List<String> readerOf(String database, String name, String password) {
            return password.isEmpty()
                    ? List.of()
                    : List.of(
                            "create user '" + name + "'@'%' identified by '" + password + "'",
                            "grant select on `" + database + "`.* to '" + name + "'@'%'");
        }

        @Override
        public List<String> withoutReader(String name) {
            return List.of("drop user '" + name + "'@'%'");
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
    class CursorPageTypes implements CursorPageTypeContract {
        @Override
        public boolean sortsEnumsByPosition() {
            return true;
        }
    }

    @Nested
    class Cancellations implements CancellationContract {
        @Override
        public String openTransactions() {
            return OPEN_TRANSACTIONS;
        }
    }

    @Nested
    class Transfers implements TransferContract, MySqlCuts {}

    @Nested
    class TransactionEnds implements TransactionEndContract {
        @Override
        public String openTransactions() {
            return OPEN_TRANSACTIONS;
        }
    }

    @Nested
    class ServerCancels implements ServerCancelContract {
        @Override
        public String sleep() {
            return "select sleep(%s)";
        }

        @Override
        public String sleeping() {
            return "select count(*) as running from information_schema.processlist"
                    + " where db = database() and info like 'select sleep%'";
        }

        /** The driver takes hundreds of milliseconds on a busy machine to open the connection that stops another. */
        @Override
        public Duration soon() {
            return Duration.ofSeconds(2);
        }
    }
}
