package dev.ilana.testkit.contract;

import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.DatabaseTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** H2 keeps the contract. */
@DatabaseTest(DatabaseKind.H2)
class H2ContractTest {

    @Nested
    class Injections implements InjectionContract {}

    @Nested
    class Models implements ModelContract {}

    @Nested
    class Keys implements KeyContract {}

    @Nested
    class States implements StateContract {}

    @Nested
    class Events implements EventContract {}

    @Nested
    class Scopes implements ScopeContract {}

    @Nested
    class AfterCommits implements AfterCommitContract {}

    @Nested
    class Jakarta implements JakartaContract {}

    @Nested
    class ModelConnections implements ModelConnectionContract {}

    @Nested
    class FirstOr implements FirstOrContract {}

    @Nested
    class Queries implements QueryContract {}

    @Nested
    class QueryRefusals implements QueryRefusalContract {}

    @Nested
    class QueryExecutions implements QueryExecutionContract {}

    @Nested
    class Services implements ServiceContract {}

    @Nested
    class Caches implements CacheContract {}

    @Nested
    class Selects implements SelectContract {}

    @Nested
    class Projections implements ProjectionContract {}

    @Nested
    class Joins implements JoinContract {}

    @Nested
    class Groups implements GroupContract {}

    @Nested
    class Orders implements OrderContract {}

    @Nested
    class Unions implements UnionContract {}

    @Nested
    class Windows implements WindowContract {}

    @Nested
    class Terminals implements TerminalContract {}

    @Nested
    class Aggregates implements AggregateContract {}

    @Nested
    class Locks implements LockContract {}

    @Nested
    class Inserts implements InsertContract {}

    @Nested
    class Upserts implements UpsertContract {}

    @Nested
    class Writes implements WriteContract {}

    @Nested
    class Bulk implements BulkContract {}

    @Nested
    class BulkChanges implements BulkChangeContract {}

    @Nested
    class BulkUndone implements BulkUndoneContract {}

    @Nested
    class BulkTypes implements BulkTypeContract {
        @Override
        public Instant latestInstant() {
            return Instant.parse("+12024-02-29T23:59:59.999999Z");
        }
    }

    @Nested
    class Conditions implements ConditionContract {}

    @Nested
    class Json implements JsonContract {}

    @Nested
    class Dates implements DateContract {
        @Override
        public String twoHoursAhead() {
            return "?options=TIME%20ZONE=%2B02:00";
        }
    }

    @Nested
    class Subqueries implements SubqueryContract {}

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
    class Casts implements CastContract {}

    @Nested
    class Encryption implements EncryptionContract {}

    @Nested
    class ChangesInPlace implements ChangeInPlaceContract {}

    @Nested
    class Relations implements RelationContract {}

    @Nested
    class Collections implements CollectionContract {}

    @Nested
    class Serialization implements SerializationContract {}

    @Nested
    class Transactions implements TransactionContract {}

    @Nested
    class Schemas implements SchemaContract {}

    @Nested
    class SchemaTypes implements SchemaTypeContract {}

    @Nested
    class SchemaColumns implements SchemaColumnContract {}

    @Nested
    class SchemaColumnChanges implements SchemaColumnChangeContract {}

    @Nested
    class SchemaIndexes implements SchemaIndexContract {}

    @Nested
    class SchemaKeys implements SchemaKeyContract {}

    @Nested
    class SchemaDialects implements SchemaDialectContract {}

    @Nested
    class Migrations implements MigrationContract {}

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
    class Pretending implements PretendContract {}

    @Nested
    class SqlMigrations implements SqlMigrationContract {}

    @Nested
    class MigrationSafety implements MigrationSafetyContract {}

    @Nested
    class SchemaDumps implements SchemaDumpContract {}

    @Nested
    class MigrationLocks implements MigrationLockContract {}

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
    class Cancellations implements CancellationContract {
        @Override
        public String openTransactions() {
            return "select count(*) as open from information_schema.sessions where contains_uncommitted";
        }
    }
}
