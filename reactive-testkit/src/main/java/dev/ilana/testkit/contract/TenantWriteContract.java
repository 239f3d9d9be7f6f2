package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.TenantContract.all;
import static dev.ilana.testkit.contract.TenantContract.as;
import static dev.ilana.testkit.contract.office.Project.BUDGET;
import static dev.ilana.testkit.contract.office.Project.CODE;
import static dev.ilana.testkit.contract.office.Project.COMPANY;
import static dev.ilana.testkit.contract.office.Project.ID;
import static dev.ilana.testkit.contract.office.Project.PROJECTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.MissingTenantException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.testkit.contract.office.Office;
import dev.ilana.testkit.contract.office.Project;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is written of a table with tenants is the tenant's of the chain, whoever is asked to write it. */
public interface TenantWriteContract {

    /** Acme has a1 and Bolt has b1. */
    @BeforeEach
    default void twoProjects(Runner run) {
        run.value(Office.empty());
        run.get(as("acme", PROJECTS.create(CODE.to("a1"))));
        run.get(as("bolt", PROJECTS.create(CODE.to("b1"))));
        run.forgetStatements();
    }

    private static Project acmes(Runner run) {
        return run.get(as("acme", PROJECTS.where(CODE.eq("a1")).sole()));
    }

    /** Writes of a model, each of which is an error where its row is gone. */
    private static Map<String, Function<Project, Mono<?>>> writes() {
        return Map.of(
                "save", project -> project.set(BUDGET, 99).save(),
                "touch", Project::touch,
                "increment", project -> project.increment(BUDGET, 1),
                "refresh", Project::refresh,
                "bulkUpdate", project -> PROJECTS.bulkUpdate(List.of(project.set(BUDGET, 99))));
    }

    @Test
    @Feature("1.11")
    default void anothersModelIsAsOneThatIsGone(Runner run) {
        writes().forEach((word, write) -> {
            assertThat(run.error(as("bolt", write.apply(acmes(run)))))
                    .as(word)
                    .isInstanceOf(ModelNotFoundException.class);
            assertThat(all(run)).as(word).containsExactly("a1 of acme: 0", "b1 of bolt: 0");
        });
        assertThat(run.value(as("bolt", acmes(run).fresh()))).isNull();
        assertThat(run.get(as("bolt", acmes(run).delete()))).isFalse();
        assertThat(run.get(as("bolt", acmes(run).forceDelete()))).isFalse();
        Object key = Objects.requireNonNull(acmes(run).getKey());
        assertThat(run.get(as("bolt", PROJECTS.bulkDelete(List.of(acmes(run))))))
                .isZero();
        assertThat(run.get(as("bolt", PROJECTS.bulkDeleteKeys(List.of(key))))).isZero();
        assertThat(run.get(as("bolt", PROJECTS.destroy(List.of(key))))).isZero();
        assertThat(all(run)).containsExactly("a1 of acme: 0", "b1 of bolt: 0");
    }

    @Test
    @Feature("1.11")
    default void ofItsOwnItWritesAll(Runner run) {
        run.get(as("acme", acmes(run).set(BUDGET, 5).save()));
        run.get(as("acme", acmes(run).increment(BUDGET, 2)));
        assertThat(run.get(as(
                        "acme",
                        PROJECTS.bulkUpdate(
                                List.of(acmes(run).set(BUDGET, acmes(run).get(BUDGET) + 1))))))
                .isOne();
        run.get(as("acme", acmes(run).refresh()));
        assertThat(all(run)).containsExactly("a1 of acme: 8", "b1 of bolt: 0");

        Project project = acmes(run);
        assertThat(run.get(as("acme", project.delete()))).isTrue();
        assertThat(all(run)).containsExactly("a1 of acme: 8, trashed", "b1 of bolt: 0");
        run.get(as("acme", project.restore()));
        assertThat(run.get(as("acme", PROJECTS.bulkDelete(List.of(project))))).isOne();
        assertThat(run.get(as("acme", project.forceDelete()))).isTrue();
        assertThat(all(run)).containsExactly("b1 of bolt: 0");
    }

    @Test
    @Feature("1.11")
    default void aWriteNeedsATenant(Runner run) {
        writes().forEach((word, write) ->
                assertThat(run.error(write.apply(acmes(run)))).as(word).isInstanceOf(MissingTenantException.class));
        Project project = acmes(run);
        run.forgetStatements();
        List<Mono<?>> others = List.of(
                project.delete(),
                project.forceDelete(),
                project.fresh(),
                PROJECTS.bulkDelete(List.of(project)),
                PROJECTS.bulkDeleteKeys(List.of(1L)),
                PROJECTS.where(ID.gt(0L)).update(BUDGET.to(1)),
                PROJECTS.where(ID.gt(0L)).delete(),
                PROJECTS.query().everything().forceDelete(),
                PROJECTS.create(CODE.to("x")),
                PROJECTS.insertMany(Flux.just(Project.of("x"))).then(),
                PROJECTS.bulkInsert(List.of(Project.of("x"))),
                PROJECTS.insertOrIgnore(List.of(Project.of("x"))),
                PROJECTS.upsert(List.of(Project.of("x")), List.of(CODE), List.of(BUDGET)),
                PROJECTS.firstOrCreate(List.of(CODE.to("x")), List.of()));
        for (Mono<?> write : others) {
            assertThat(run.error(write)).isInstanceOf(MissingTenantException.class);
        }
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("1.11")
    default void aWriteByQueryIsOfTheTenantsRows(Runner run) {
        assertThat(run.get(as("acme", PROJECTS.where(ID.gt(0L)).update(BUDGET.to(3)))))
                .isOne();
        assertThat(run.get(as("bolt", PROJECTS.query().everything().increment(BUDGET, 1))))
                .isOne();
        assertThat(all(run)).containsExactly("a1 of acme: 3", "b1 of bolt: 1");

        assertThat(run.get(as(
                        "acme",
                        PROJECTS.where(CODE.eq("b1")).orWhere(CODE.eq("a1")).delete())))
                .isOne();
        assertThat(all(run)).containsExactly("a1 of acme: 3, trashed", "b1 of bolt: 1");
        assertThat(run.get(
                        as("bolt", PROJECTS.query().everything().withTrashed().forceDelete())))
                .isOne();
        assertThat(all(run)).containsExactly("a1 of acme: 3, trashed");
        assertThat(run.error(as("acme", PROJECTS.truncate().thenReturn(1)))).isInstanceOf(InvalidUsageException.class);
        assertThat(run.get(PROJECTS.query()
                        .withoutGlobalScope("tenant")
                        .withTrashed()
                        .everything()
                        .forceDelete()))
                .isOne();
    }

    @Test
    @Feature("1.11")
    default void manyNewRowsAreTheTenants(Runner run) {
        run.get(as(
                "acme",
                PROJECTS.insertMany(Flux.range(0, 40).map(i -> Project.of("m" + i)))
                        .count()));
        run.get(as("bolt", PROJECTS.bulkInsert(Flux.range(0, 300).map(i -> Project.of("n" + i)))));
        run.get(as("acme", PROJECTS.insertOrIgnore(List.of(Project.of("b1"), Project.of("o1")))));

        assertThat(run.get(as("acme", PROJECTS.where(CODE.like("m%")).count()))).isEqualTo(40);
        assertThat(run.get(as("bolt", PROJECTS.where(CODE.like("n%")).count()))).isEqualTo(300);
        assertThat(run.get(as("acme", PROJECTS.where(CODE.eq("o1")).count()))).isOne();
        assertThat(run.get(as("bolt", PROJECTS.where(CODE.eq("b1")).count()))).isOne();
    }

    @Test
    @Feature("1.11")
    default void anUpsertLeavesAnothersRowAsItIs(Runner run) {
        List<Project> projects = List.of(
                Project.of("a1").set(BUDGET, 7),
                Project.of("b1").set(BUDGET, 7),
                Project.of("c1").set(BUDGET, 7));
        run.get(as("acme", PROJECTS.upsert(projects, List.of(CODE), List.of(BUDGET))));

        assertThat(all(run)).containsExactly("a1 of acme: 7", "b1 of bolt: 0", "c1 of acme: 7");
        assertThat(run.error(as(
                        "acme", Mono.defer(() -> PROJECTS.upsert(projects, List.of(CODE), List.of(BUDGET, COMPANY))))))
                .isInstanceOf(InvalidUsageException.class);
    }

    @Test
    @Feature("1.11")
    default void aRollbackIsOfAllThatWasDoneForATenant(Runner run) {
        run.error(as(
                "acme",
                DB.transaction(() -> PROJECTS.create(CODE.to("a2"))
                        .then(PROJECTS.where(CODE.eq("a1")).update(BUDGET.to(9)))
                        .then(as("bolt", PROJECTS.where(ID.gt(0L)).update(BUDGET.to(4))))
                        .then(Mono.error(new IllegalStateException("no"))))));
        assertThat(all(run)).containsExactly("a1 of acme: 0", "b1 of bolt: 0");

        run.get(as(
                "acme",
                DB.transaction(() -> PROJECTS.where(ID.gt(0L))
                        .update(BUDGET.to(9))
                        .then(as("bolt", PROJECTS.where(ID.gt(0L)).update(BUDGET.to(4)))))));
        assertThat(all(run)).containsExactly("a1 of acme: 9", "b1 of bolt: 4");
    }

    @Test
    @Feature({"1.11", "14.5"})
    default void whatFollowsACommitIsOfTheTenantForWhomItWasSaid(Runner run) {
        run.value(as(
                "acme",
                DB.transaction(() -> as(
                        "bolt", DB.afterCommit(() -> PROJECTS.where(ID.gt(0L)).update(BUDGET.to(6)))))));
        run.error(as(
                "acme",
                DB.transaction(() -> as("bolt", DB.afterRollback(() -> PROJECTS.create(CODE.to("b2"))))
                        .then(Mono.error(new IllegalStateException("no"))))));
        assertThat(all(run)).containsExactly("a1 of acme: 0", "b1 of bolt: 6", "b2 of bolt: 0");
    }

    @Test
    @Feature("1.11")
    default void tenantsThatWriteSideBySideWriteTheirOwn(Runner run) {
        run.value(Flux.range(0, 128)
                .flatMap(
                        i -> as(
                                "company " + i % 16,
                                PROJECTS.create(CODE.to("p" + i))
                                        .flatMap(project ->
                                                project.set(BUDGET, i % 16).save())),
                        32)
                .then());
        for (int company = 0; company < 16; company++) {
            assertThat(run.get(as("company " + company, PROJECTS.pluck(BUDGET).collectList())))
                    .hasSize(8)
                    .containsOnly(company);
        }
        run.assertNothingAcquired();
    }
}
