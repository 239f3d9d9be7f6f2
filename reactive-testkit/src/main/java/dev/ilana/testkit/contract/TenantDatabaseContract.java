package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.TenantContract.as;
import static dev.ilana.testkit.contract.club.Country.CODE;
import static dev.ilana.testkit.contract.club.Country.COUNTRIES;
import static dev.ilana.testkit.contract.club.Country.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.Propagation;
import dev.ilana.connection.Tenants;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.MissingTenantException;
import dev.ilana.testkit.contract.club.Club;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A chain runs on its tenant's database: Acme's is the test's own, Bolt's is another. */
public interface TenantDatabaseContract {

    private static void with(Runner run, Consumer<Tenants> test) {
        String bolts = "h2:mem:" + UUID.randomUUID();
        Tenants tenants = Tenants.of(2, tenant -> Database.connect(tenant.equals("acme") ? run.url() : bolts));
        try {
            for (String tenant : List.of("acme", "bolt")) {
                run.get(tenants.open(tenant));
                run.value(as(tenant, Club.empty()).contextWrite(tenants.use()));
                run.get(on(tenants, tenant, COUNTRIES.create(CODE.to(tenant.substring(0, 2)), NAME.to(tenant))));
            }
            test.accept(tenants);
        } finally {
            run.value(tenants.close());
        }
    }

    private static <T> Mono<T> on(Tenants tenants, String tenant, Mono<T> work) {
        return as(tenant, work).contextWrite(tenants.use());
    }

    private static Mono<List<String>> names() {
        return COUNTRIES.orderBy(CODE).pluck(NAME).collectList();
    }

    @Test
    @Feature("1.11")
    default void modelsRowsAndStatementsAreOnTheTenantsDatabase(Runner run) {
        with(run, tenants -> {
            for (String tenant : List.of("acme", "bolt")) {
                assertThat(run.get(on(tenants, tenant, names()))).containsExactly(tenant);
                assertThat(run.get(on(
                                tenants,
                                tenant,
                                DB.table("countries").pluck("name").collectList())))
                        .containsExactly((Object) tenant);
                assertThat(run.get(on(
                                tenants,
                                tenant,
                                DB.select("select name from countries").collectList())))
                        .hasSize(1);
            }
            List<List<String>> read =
                    run.list(Flux.range(0, 60).flatMap(i -> on(tenants, i % 2 == 0 ? "acme" : "bolt", names()), 8));
            assertThat(read).hasSize(60).containsOnly(List.of("acme"), List.of("bolt"));
        });
    }

    @Test
    @Feature({"1.11", "14.1"})
    default void aTransactionIsOfTheTenantItBeganFor(Runner run) {
        with(run, tenants -> {
            Mono<?> both = COUNTRIES
                    .create(CODE.to("NG"), NAME.to("Nigeria"))
                    .then(as("bolt", COUNTRIES.create(CODE.to("GH"), NAME.to("Ghana"))))
                    .then(COUNTRIES.count())
                    .doOnNext(count -> assertThat(count).isEqualTo(2))
                    .then(Mono.error(new IllegalStateException("no")));
            run.error(on(tenants, "acme", DB.transaction(() -> both)));

            // Bolt's is as if outside of Acme's transaction, which was rolled back
            assertThat(run.get(on(tenants, "acme", names()))).containsExactly("acme");
            assertThat(run.get(on(tenants, "bolt", names()))).containsExactly("Ghana", "bolt");
        });
    }

    @Test
    @Feature({"1.11", "14.2"})
    default void outsideOfATransactionTheTenantStays(Runner run) {
        with(run, tenants -> {
            TransactionOptions outside = TransactionOptions.DEFAULT.propagation(Propagation.NOT_SUPPORTED);
            Mono<List<List<String>>> both =
                    names().zipWith(as("acme", names()), (bolts, acmes) -> List.of(bolts, acmes));
            assertThat(run.get(on(tenants, "bolt", DB.transaction(() -> DB.transaction(() -> both, outside)))))
                    .isEqualTo(List.of(List.of("bolt"), List.of("acme")));
        });
    }

    @Test
    @Feature("1.11")
    default void anotherDatabaseMayBeSaid(Runner run) {
        with(run, tenants -> {
            assertThat(run.get(on(
                            tenants, "bolt", names().contextWrite(run.database().use()))))
                    .containsExactly("acme");
            assertThat(run.get(on(tenants, "bolt", run.database().transaction(TenantDatabaseContract::names))))
                    .containsExactly("acme");
        });
    }

    @Test
    @Feature("1.11")
    default void aChainWithoutATenantHasNoDatabase(Runner run) {
        with(
                run,
                tenants -> assertThat(run.error(names().contextWrite(tenants.use())))
                        .isInstanceOf(MissingTenantException.class));
    }

    @Test
    @Feature("1.11")
    default void aDatabaseIsMadeOnceATenantAndOfNoMoreTenantsThanAllowed(Runner run) {
        AtomicInteger made = new AtomicInteger();
        Tenants tenants = Tenants.of(1, tenant -> {
            if (made.incrementAndGet() == 1) {
                throw new IllegalStateException("the address of " + tenant + " is not known yet");
            }
            return Database.connect("h2:mem:" + UUID.randomUUID());
        });

        assertThat(run.error(tenants.open("acme"))).isInstanceOf(IllegalStateException.class);
        run.get(tenants.open("acme"));
        for (int i = 0; i < 3; i++) {
            run.get(on(tenants, "acme", DB.select("select 1").next()));
        }
        assertThat(made).hasValue(2);
        assertThatThrownBy(() -> tenants.of("bolt"))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("1 tenants");

        run.value(tenants.close("acme"));
        run.value(tenants.close("acme"));
        assertThat(tenants.of("bolt")).isSameAs(tenants.of("bolt"));
        run.value(tenants.close());
        assertThatThrownBy(() -> tenants.of("bolt")).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> Tenants.of(0, tenant -> run.database())).isInstanceOf(InvalidUsageException.class);
    }
}
