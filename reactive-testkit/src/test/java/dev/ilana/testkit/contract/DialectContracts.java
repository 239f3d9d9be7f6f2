package dev.ilana.testkit.contract;

import org.junit.jupiter.api.Nested;

/**
 * The contracts that every dialect keeps without a word of its own. JUnit runs them for each class that extends this one,
 * on that class's database. A contract to which a dialect has an answer is nested where the answer is.
 */
abstract class DialectContracts {

    @Nested
    class Models implements ModelContract {}

    @Nested
    class Fills implements FillContract {}

    @Nested
    class Pushes implements PushContract {}

    @Nested
    class Keys implements KeyContract {}

    @Nested
    class States implements StateContract {}

    @Nested
    class Events implements EventContract {}

    @Nested
    class Scopes implements ScopeContract {}

    @Nested
    class Tenants implements TenantContract {}

    @Nested
    class TenantWrites implements TenantWriteContract {}

    @Nested
    class TenantDatabases implements TenantDatabaseContract {}

    @Nested
    class TenantSchemas implements TenantSchemaContract {}

    @Nested
    class Sessions implements SessionContract {}

    @Nested
    class Replicas implements ReplicaContract {}

    @Nested
    class OptionsOfTransactions implements TransactionOptionsContract {}

    @Nested
    class Propagations implements PropagationContract {}

    @Nested
    class ManualTransactions implements ManualTransactionContract {}

    @Nested
    class AfterCommits implements AfterCommitContract {}

    @Nested
    class Jakarta implements JakartaContract {}

    @Nested
    class ModelConnections implements ModelConnectionContract {}

    @Nested
    class FirstOr implements FirstOrContract {}

    @Nested
    class Factories implements FactoryContract {}

    @Nested
    class FactoryCallbacks implements FactoryCallbackContract {}

    @Nested
    class FactoryTransactions implements FactoryTransactionContract {}

    @Nested
    class FactoryRelations implements FactoryRelationContract {}

    @Nested
    class FactoryKinds implements FactoryKindContract {}

    @Nested
    class FactoryBatches implements FactoryBatchContract {}

    @Nested
    class FactorySeeds implements FactorySeedContract {}

    @Nested
    class DynamicFactories implements DynamicFactoryContract {}

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
    class LargeRows implements LargeRowContract {}

    @Nested
    class BulkChanges implements BulkChangeContract {}

    @Nested
    class BulkUndone implements BulkUndoneContract {}

    @Nested
    class Conditions implements ConditionContract {}

    @Nested
    class Json implements JsonContract {}

    @Nested
    class Subqueries implements SubqueryContract {}

    @Nested
    class Casts implements CastContract {}

    @Nested
    class Encryption implements EncryptionContract {}

    @Nested
    class ChangesInPlace implements ChangeInPlaceContract {}

    @Nested
    class BatchedLoads implements BatchedLoadContract {}

    @Nested
    class BatchedFinds implements BatchedFindContract {}

    @Nested
    class NPlusOnes implements NPlusOneContract {}

    @Nested
    class Streams implements StreamContract {}

    @Nested
    class Relations implements RelationContract {}

    @Nested
    class RelationQueries implements RelationQueryContract {}

    @Nested
    class CompositeRelations implements CompositeRelationContract {}

    @Nested
    class Throughs implements ThroughContract {}

    @Nested
    class Morphs implements MorphContract {}

    @Nested
    class Pivots implements PivotContract {}

    @Nested
    class PivotWrites implements PivotWriteContract {}

    @Nested
    class PivotSafety implements PivotSafetyContract {}

    @Nested
    class Having implements HasContract {}

    @Nested
    class RelatedAggregates implements RelatedAggregateContract {}

    @Nested
    class OfMany implements OfManyContract {}

    @Nested
    class EagerLoads implements EagerLoadContract {}

    @Nested
    class Chunks implements ChunkContract {}

    @Nested
    class CursorPages implements CursorPageContract {}

    @Nested
    class RelationWrites implements RelationWriteContract {}

    @Nested
    class Collections implements CollectionContract {}

    @Nested
    class Serialization implements SerializationContract {}

    @Nested
    class Transactions implements TransactionContract {}

    @Nested
    class Springs implements SpringContract {}

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
    class PrismaFiles implements PrismaContract {}

    @Nested
    class PrismaRows implements PrismaRowsContract {}

    @Nested
    class ModelSchemas implements ModelSchemaContract {}

    @Nested
    class PivotSchemas implements PivotSchemaContract {}

    @Nested
    class SchemaDiffs implements SchemaDiffContract {}

    @Nested
    class SchemaDiffKeys implements SchemaDiffKeyContract {}

    @Nested
    class Sequences implements SequenceContract {}

    @Nested
    class EnsuredSchemas implements EnsureContract {}

    @Nested
    class SchemasCutOff implements SchemaCutOffContract {}

    @Nested
    class MadeUpSchemas implements RandomSchemaContract {}

    @Nested
    class GeneratedMigrations implements GeneratedMigrationContract {}

    @Nested
    class GeneratedModels implements GeneratedModelContract {}

    @Nested
    class MigrationDrafts implements MigrationDraftContract {}

    @Nested
    class DynamicModels implements DynamicContract {}

    @Nested
    class DynamicRelations implements DynamicRelationContract {}

    @Nested
    class DynamicTypes implements DynamicTypeContract {}

    @Nested
    class DynamicCatalogs implements DynamicCatalogContract {}

    @Nested
    class SchemaDialects implements SchemaDialectContract {}

    @Nested
    class Migrations implements MigrationContract {}

    @Nested
    class Pretending implements PretendContract {}

    @Nested
    class SchemaDumps implements SchemaDumpContract {}

    @Nested
    class Shadows implements ShadowContract {}

    @Nested
    class MigrationLocks implements MigrationLockContract {}

    @Nested
    class Observations implements ObservationContract {}

    @Nested
    class Proxies implements ProxyContract {}

    @Nested
    class Healths implements HealthContract {}

    @Nested
    class Deploys implements DeployContract {}

    @Nested
    class SeedersOfADatabase implements SeederContract {}

    @Nested
    class SeedBatches implements SeedBatchContract {}

    @Nested
    class Emptyings implements EmptyingContract {}

    @Nested
    class SeedPlans implements SeedPlanContract {}

    @Nested
    class SeedsBack implements SeedBackContract {}

    @Nested
    class SeedSources implements SeedSourceContract {}

    @Nested
    class Canaries implements CanaryContract {}
}
