package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.error.DatabaseException;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.diff.SchemaSource;
import dev.ilana.schema.ensure.SchemaRegistry;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.lock.LockKind;
import dev.ilana.schema.migrate.lock.LockSettings;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A comparison or an ensuring that is cut off, by an error or a cancel, leaves nothing behind and nobody waiting. */
public interface SchemaCutOffContract extends EmptySchemaContract {

    String SCRATCH = "ilana_scratch_";

    private static SchemaDefinition goods(String check) {
        return new SchemaDefinition(
                List.of(Schema.definition("goods", t -> {
                    t.id();
                    t.integer("price").check(check);
                    t.string("code").defaultRaw("concat('a' , 'b')");
                })),
                List.of());
    }

    private static void assertOnlyGoods(Runner run) {
        Mono<List<String>> tables = Catalog.of(run.database())
                .tables()
                .map(QualifiedName::name)
                .filter(name -> !name.startsWith("ilana_") || name.startsWith(SCRATCH))
                .collectList();
        CutOff.assertSoon(run, tables, List.of("goods")::equals);
    }

    private static boolean askedBySomething(Runner run) {
        return run.statements().stream()
                .anyMatch(statement ->
                        statement.toLowerCase(Locale.ROOT).contains("create table") && statement.contains(SCRATCH));
    }

    @Test
    @Feature("16.5")
    default void aQuestionThatTheDatabaseRefusesLeavesNoTable(Runner run) {
        EmptySchemaContract.become(run, ALL, SchemaSource.of(goods("1 + 1 < 3")));
        run.forgetStatements();

        assertThat(run.error(ALL.on(run.database(), goods("no_such_function(price) < 3"))))
                .isInstanceOf(DatabaseException.class);

        assertThat(askedBySomething(run)).isTrue();
        assertOnlyGoods(run);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("16.5")
    default void aComparisonThatIsCancelledAnywhereLeavesNoTable(Runner run) {
        SchemaDefinition wanted = goods("price != 3");
        EmptySchemaContract.become(run, ALL, SchemaSource.of(wanted));
        run.forgetStatements();

        CutOff.laterUntilThrough(run, ALL.on(run.database(), wanted));

        assertThat(askedBySomething(run)).isTrue();
        assertOnlyGoods(run);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("16.5")
    default void anEnsuringThatIsCancelledAnywhereLeavesTheLockFreeAndCanBeDoneAgain(Runner run) {
        assertLockIsFreeAndGoodsAreEnsured(run, LockKind.AUTO);
    }

    @Test
    @Feature("16.5")
    default void aLeaseIsGivenBackByWhoIsCancelledToo(Runner run) {
        assertLockIsFreeAndGoodsAreEnsured(run, LockKind.LEASE);
    }

    private static void assertLockIsFreeAndGoodsAreEnsured(Runner run, LockKind lock) {
        LockSettings settings = LockSettings.DEFAULT.withKind(lock);
        SchemaRegistry registry = SchemaRegistry.on(run.database())
                .register(goods("price != 3"))
                .withSettings(MigratorSettings.DEFAULT.withLock(settings));

        CutOff.laterUntilThrough(run, registry.ensure());

        // A lease that nobody gives back is held for longer than anybody waits for this one.
        run.value(registry.withSettings(MigratorSettings.DEFAULT.withLock(settings.withTimeout(Duration.ofSeconds(5))))
                .ensure());
        assertThat(run.get(registry.plan()).difference().lines()).isEmpty();
        assertThat(run.list(registry.history())).hasSizeLessThan(2);
        assertOnlyGoods(run);
        run.assertNothingAcquired();
    }
}
