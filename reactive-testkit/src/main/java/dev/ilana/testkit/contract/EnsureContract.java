package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.dialect.Capability;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.build.Blueprint;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.diff.Drop;
import dev.ilana.schema.ensure.EnsuredSchema;
import dev.ilana.schema.ensure.SchemaPlan;
import dev.ilana.schema.ensure.SchemaRegistry;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.migrate.DestructiveCommandException;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.OwnTables;
import dev.ilana.schema.prisma.PrismaProvider;
import dev.ilana.schema.prisma.PrismaSchema;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** A registered schema is planned, ensured once, and found ensured from then on. */
public interface EnsureContract extends EmptySchemaContract {

    private static SchemaDefinition schema(Consumer<Blueprint> users) {
        return new SchemaDefinition(List.of(Schema.definition("users", users)), List.of());
    }

    private static SchemaDefinition users() {
        return schema(t -> {
            t.id();
            t.string("email").unique();
        });
    }

    @Test
    @Feature("16.5")
    default void aPlanChangesNothingAndEnsuringDoesWhatItSays(Runner run) {
        SchemaRegistry registry = SchemaRegistry.on(run.database()).register(users());

        SchemaPlan plan = run.get(registry.plan());
        assertThat(run.get(Catalog.of(run.database()).tables().collectList())).isEmpty();
        SchemaPlan done = run.get(registry.ensure());

        assertThat(done).isEqualTo(plan);
        assertThat(done.difference().lines()).containsExactly("+ table \"users\" (id, email)");
        assertThat(run.get(Schema.on(run.database()).hasTable("users"))).isTrue();
        run.assertNothingAcquired();
    }

    @Test
    @Feature("16.5")
    default void whatIsEnsuredIsRememberedWithItsHashAndDoneOnce(Runner run) {
        SchemaRegistry registry = SchemaRegistry.on(run.database()).register(users());
        SchemaPlan first = run.get(registry.ensure());

        SchemaPlan second = run.get(registry.ensure());

        assertThat(second.isEmpty()).isTrue();
        assertThat(second.hash()).isEqualTo(first.hash());
        List<EnsuredSchema> history = run.list(registry.history());
        assertThat(history).hasSize(1);
        assertThat(history.get(0).hash()).isEqualTo(first.hash());
        assertThat(history.get(0).statements()).isEqualTo(first.difference().statements());
    }

    @Test
    @Feature("16.5")
    default void tablesThatNobodyRegisteredStayUnlessTablesAreDropped(Runner run) {
        run.value(Schema.on(run.database()).create("others", Blueprint::id));
        SchemaRegistry registry = SchemaRegistry.on(run.database()).register(users());

        assertThat(run.get(registry.ensure()).difference().withheld()).isEmpty();
        assertThat(run.get(Schema.on(run.database()).hasTable("others"))).isTrue();

        run.value(registry.dropping(Drop.TABLES).ensure());
        assertThat(run.list(Catalog.of(run.database()).tables()).stream().map(QualifiedName::name))
                .contains("users", "ilana_schema")
                .doesNotContain("others");
    }

    @Test
    @Feature("16.5")
    default void aTableOfAnotherNameIsRenamedAndNotMadeAnew(Runner run) {
        run.value(SchemaRegistry.on(run.database()).register(users()).ensure());
        SchemaRegistry renaming = SchemaRegistry.on(run.database())
                .register(new SchemaDefinition(
                        List.of(Schema.definition("people", t -> {
                            t.id();
                            t.string("email").unique();
                        })),
                        List.of()))
                .renamingTable("users", "people");

        assertThat(run.get(renaming.ensure()).difference().lines())
                .startsWith("~ table \"users\": is now \"people\"")
                .noneMatch(line -> line.startsWith("+ table"));
        assertThat(run.get(Schema.on(run.database()).hasTable("users"))).isFalse();
        assertThat(run.get(renaming.plan()).difference().lines()).isEmpty();
    }

    @Test
    @Feature("16.5")
    default void theNotesOfTheLibraryStayWhenTablesAreDropped(Runner run) {
        Set<String> own = OwnTables.of(MigratorSettings.DEFAULT);
        own.forEach(table -> run.value(Schema.on(run.database()).create(table, Blueprint::id)));
        SchemaRegistry registry =
                SchemaRegistry.on(run.database()).register(users()).dropping(Drop.values());

        assertThat(run.get(registry.plan()).difference().lines()).containsExactly("+ table \"users\" (id, email)");
    }

    @Test
    @Feature("16.5")
    default void whatLosesDataIsRefusedInProductionUnlessForced(Runner run) {
        MigratorSettings production = MigratorSettings.DEFAULT.withEnvironment("production");
        SchemaRegistry registry = SchemaRegistry.on(run.database())
                .register(users())
                .dropping(Drop.values())
                .withSettings(production);
        run.value(registry.ensure());
        run.value(Schema.on(run.database()).table("users", t -> t.string("name").nullable()));

        assertThat(run.get(registry.plan()).destroysData()).isTrue();
        assertThat(run.error(registry.ensure()))
                .isInstanceOf(DestructiveCommandException.class)
                .hasMessageStartingWith("ensuring this schema destroys data, and this is production;");
        assertThat(run.get(Schema.on(run.database()).hasColumn("users", "name")))
                .isTrue();
        assertThat(run.error(registry.withSettings(production.withForce(true).withProhibitDestructive(true))
                        .ensure()))
                .isInstanceOf(DestructiveCommandException.class);

        run.value(registry.withSettings(production.withForce(true)).ensure());
        assertThat(run.get(Schema.on(run.database()).hasColumn("users", "name")))
                .isFalse();
        assertThat(run.get(registry.ensure()).isEmpty())
                .as("nothing is lost any more")
                .isTrue();
    }

    @Test
    @Feature("16.5")
    default void fourWhoEnsureAtOnceThreeTimesLeaveOneSchemaAndNoError(Runner run) {
        SchemaRegistry registry = SchemaRegistry.on(run.database())
                .register(users())
                .register(new SchemaDefinition(
                        List.of(Schema.definition("posts", t -> {
                            t.id();
                            t.foreignId("user_id").constrained("users");
                        })),
                        List.of()));

        List<SchemaPlan> plans =
                run.list(Flux.range(0, 4).flatMap(i -> Flux.range(0, 3).concatMap(j -> registry.ensure()), 4));

        assertThat(plans).hasSize(12);
        assertThat(plans.stream().filter(plan -> !plan.isEmpty())).hasSize(1);
        assertThat(run.list(registry.history())).hasSize(1);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("16.5")
    default void anErrorOnTheWayLeavesNoHistoryAndEnsuringAgainGoesOn(Runner run) {
        run.value(SchemaRegistry.on(run.database()).register(users()).ensure());
        SchemaDefinition wrong = new SchemaDefinition(
                List.of(
                        Schema.definition("users", t -> {
                            t.id();
                            t.string("email").unique();
                            t.string("name").nullable();
                        }),
                        Schema.definition("posts", t -> {
                            t.id();
                            t.foreignId("user_id").constrained("nowhere");
                        })),
                List.of());

        assertThat(run.error(SchemaRegistry.on(run.database()).register(wrong).ensure()))
                .isInstanceOf(DatabaseException.class);

        assertThat(run.list(SchemaRegistry.on(run.database()).history())).hasSize(1);
        boolean undone = run.database().dialect().supports(Capability.TRANSACTIONAL_DDL);
        assertThat(run.get(Schema.on(run.database()).hasColumn("users", "name")))
                .isEqualTo(!undone);
        SchemaDefinition right = new SchemaDefinition(
                List.of(wrong.tables().get(0), wrong.tables().get(1).withForeignKeys(List.of())), List.of());
        run.value(SchemaRegistry.on(run.database()).register(right).ensure());
        assertThat(run.get(SchemaRegistry.on(run.database()).register(right).plan())
                        .isEmpty())
                .isTrue();
        run.assertNothingAcquired();
    }

    @Test
    @Feature("16.5")
    default void aTableThatIsRegisteredTwiceIsRefused(Runner run) {
        assertThat(run.error(SchemaRegistry.on(run.database())
                        .register(users())
                        .register(users())
                        .plan()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("table \"users\" is registered twice");
    }

    @Test
    @Feature({"16.5", "16.7"})
    default void aPrismaFileIsEnsuredAndLeavesAloneWhatItCanNotSay(Runner run) {
        PrismaSchema file = PrismaSchema.parse(
                PrismaShopContract.SHOP, PrismaProvider.of(run.database().dialect()));
        SchemaRegistry registry = SchemaRegistry.on(run.database()).register(file);
        run.value(registry.ensure());
        assertThat(run.get(registry.plan()).difference().lines()).isEmpty();

        TableDefinition users = run.get(Catalog.of(run.database()).table(QualifiedName.of("users")));
        run.value(Schema.on(run.database()).table("users", t -> t.check("one_less_two", "1 < 2")));

        assertThat(run.get(registry.plan()).difference().lines()).isEmpty();
        assertThat(users.checks()).isEmpty();
    }
}
