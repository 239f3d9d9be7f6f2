package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.office.Project.BUDGET;
import static dev.ilana.testkit.contract.office.Project.CODE;
import static dev.ilana.testkit.contract.office.Project.COMPANY;
import static dev.ilana.testkit.contract.office.Project.ID;
import static dev.ilana.testkit.contract.office.Project.PROJECTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Tenant;
import dev.ilana.error.InvalidCursorException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.MissingTenantException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.error.ValidationException;
import dev.ilana.model.ModelQuery;
import dev.ilana.query.CursorPage;
import dev.ilana.query.Row;
import dev.ilana.testkit.contract.office.Desk;
import dev.ilana.testkit.contract.office.Office;
import dev.ilana.testkit.contract.office.Project;
import dev.ilana.testkit.contract.office.Task;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is read of a table with tenants is the tenant's of the chain, by whatever word it is asked for. */
public interface TenantContract {

    /** Acme has a1, a2 and a3, and Bolt has b1 and b2, each with a task. */
    @BeforeEach
    default void twoCompanies(Runner run) {
        run.value(Office.empty());
        for (String code : List.of("a1", "b1", "a2", "b2", "a3")) {
            run.get(as(code.startsWith("a") ? "acme" : "bolt", withATask(code)));
        }
        run.forgetStatements();
    }

    private static Mono<Task> withATask(String code) {
        return PROJECTS.create(CODE.to(code), BUDGET.to(10))
                .flatMap(project -> Project.TASKS.of(project).create(Task.TITLE.to("of " + code)));
    }

    static <T> Mono<T> as(Object tenant, Mono<T> work) {
        return work.contextWrite(Tenant.is(tenant));
    }

    private static ModelQuery<Project> sorted() {
        return PROJECTS.orderBy(CODE);
    }

    /** The words that give projects, each by all of a company's. */
    private static Map<String, Flux<Project>> words() {
        return Map.ofEntries(
                Map.entry("get", sorted().get()),
                Map.entry(
                        "an or",
                        sorted().where(CODE.eq("a1")).orWhere(ID.gt(0L)).get()),
                Map.entry("findMany", ids().flatMapMany(ids -> sorted().findMany(ids))),
                Map.entry("paginate", sorted().paginate(1, 9).flatMapIterable(page -> page.data())),
                Map.entry("simplePaginate", sorted().simplePaginate(1, 9).flatMapIterable(page -> page.data())),
                Map.entry("cursorPaginate", sorted().cursorPaginate(9).flatMapIterable(page -> page.data())),
                Map.entry("cursor", sorted().cursor(2)),
                Map.entry("lazy", sorted().lazy(2)),
                Map.entry("lazyById", PROJECTS.query().lazyById(2)),
                Map.entry("has", sorted().has(Project.TASKS).get()),
                Map.entry(
                        "union",
                        PROJECTS.where(CODE.like("a%"))
                                .union(PROJECTS.where(CODE.like("b%")))
                                .orderBy("code")
                                .get()),
                Map.entry("onlyTrashed", sorted().withTrashed().get()),
                Map.entry("withoutGlobalScopes", sorted().withoutGlobalScopes().get()),
                Map.entry("remember", sorted().remember(Duration.ofMinutes(1)).get()),
                Map.entry("in a transaction", DB.transactionMany(() -> sorted().get())),
                Map.entry(
                        "in a savepoint",
                        DB.transactionMany(() -> DB.transactionMany(
                                () -> sorted().lockForUpdate().get()))));
    }

    /** The keys of all companies. */
    private static Mono<List<Long>> ids() {
        return PROJECTS.query().withoutGlobalScope("tenant").pluck(ID).collectList();
    }

    @Test
    @Feature("1.11")
    default void everyWordThatReadsFindsTheTenantsRowsOnly(Runner run) {
        words().forEach((word, projects) -> {
            for (int i = 0; i < 2; i++) {
                assertThat(run.get(as("acme", projects.map(Project::code).collectList())))
                        .as(word)
                        .containsExactlyInAnyOrder("a1", "a2", "a3");
                assertThat(run.get(as("bolt", projects.map(Project::code).collectList())))
                        .as(word)
                        .containsExactlyInAnyOrder("b1", "b2");
            }
        });
    }

    @Test
    @Feature("1.11")
    default void everyWordThatReadsNeedsATenant(Runner run) {
        words().forEach((word, projects) -> assertThat(run.error(projects.then(Mono.just(word))))
                .as(word)
                .isInstanceOf(MissingTenantException.class));
        assertThat(run.error(PROJECTS.count())).isInstanceOf(MissingTenantException.class);
        assertThat(run.error(PROJECTS.find(1L))).isInstanceOf(MissingTenantException.class);

        // findMany has asked for the keys of all before
        assertThat(run.statements().stream().filter(sql -> sql.contains("projects")))
                .hasSize(1);
    }

    @Test
    @Feature("1.11")
    default void whatIsCountedIsTheTenants(Runner run) {
        assertThat(run.get(as("acme", PROJECTS.count()))).isEqualTo(3);
        assertThat(run.get(as("bolt", PROJECTS.count()))).isEqualTo(2);
        assertThat(run.get(as("acme", PROJECTS.query().sum(BUDGET, Long.class))))
                .isEqualTo(30);
        assertThat(run.get(as("acme", PROJECTS.where(CODE.eq("b1")).exists()))).isFalse();
        assertThat(run.get(as("bolt", PROJECTS.query().max(CODE)))).isEqualTo("b2");
        assertThat(run.get(as(
                        "bolt",
                        PROJECTS.orderBy(CODE)
                                .withCount(Project.TASKS)
                                .get()
                                .map(project -> project.countOf(Project.TASKS))
                                .collectList())))
                .containsExactly(1L, 1L);
    }

    @Test
    @Feature("1.11")
    default void aRelationHasTheTenantsRowsOnly(Runner run) {
        Long ofAcme = run.get(as("acme", PROJECTS.where(CODE.eq("a1")).value(ID)));
        // a task of Bolt that points at a project of Acme
        run.get(as("bolt", Task.TASKS.create(Task.PROJECT_ID.to(ofAcme), Task.TITLE.to("strange"))));

        Project project = run.get(as("acme", PROJECTS.with(Project.TASKS).findOrFail(ofAcme)));
        assertThat(project.get(Project.TASKS))
                .extracting(task -> task.get(Task.TITLE))
                .containsExactly("of a1");
        assertThat(run.list(Project.TASKS.of(project).query().pluck(Task.TITLE).contextWrite(Tenant.is("bolt"))))
                .containsExactly("strange");
        Task strange = run.get(as(
                "bolt",
                Task.TASKS.with(Task.PROJECT).where(Task.TITLE.eq("strange")).sole()));
        assertThat(strange.get(Task.PROJECT)).isNull();
        assertThat(run.get(
                        as("bolt", Task.TASKS.query().doesntHave(Task.PROJECT).count())))
                .isOne();
    }

    @Test
    @Feature({"1.11", "11.4"})
    default void aBatchedLoadIsOfOneTenant(Runner run) {
        List<Project> projects =
                run.list(sorted().withoutGlobalScope("tenant").batchingLoads().get());

        run.get(as("acme", projects.get(0).load(Project.TASKS)));
        run.get(as("bolt", projects.get(3).load(Project.TASKS)));
        assertThat(projects.get(0).get(Project.TASKS)).hasSize(1);
        assertThat(projects.get(1).get(Project.TASKS)).hasSize(1);
        assertThat(projects.get(3).get(Project.TASKS)).hasSize(1);
    }

    @Test
    @Feature("1.11")
    default void tenantsSideBySideSeeTheirOwn(Runner run) {
        List<Boolean> right = run.list(Flux.range(0, 200)
                .flatMap(
                        i -> as(
                                i % 2 == 0 ? "acme" : "bolt",
                                (i % 3 == 0 ? DB.transaction(() -> PROJECTS.count()) : PROJECTS.count())
                                        .map(count -> count == (i % 2 == 0 ? 3 : 2))),
                        32));
        assertThat(right).hasSize(200).containsOnly(true);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("1.11")
    default void aQueryOverAllTenantsSaysSo(Runner run) {
        assertThat(run.list(sorted().withoutGlobalScope("tenant").pluck(CODE)))
                .containsExactly("a1", "a2", "a3", "b1", "b2");
        assertThat(run.list(sorted().withoutGlobalScope("tenant")
                        .withoutGlobalScopes()
                        .pluck(CODE)))
                .hasSize(5);
        assertThat(run.error(sorted().withoutGlobalScopes().count())).isInstanceOf(MissingTenantException.class);
    }

    @Test
    @Feature({"1.11", "9.6"})
    default void whatIsRememberedOfOneIsNotGivenToAnother(Runner run) {
        ModelQuery<Project> remembered = sorted().remember(Duration.ofMinutes(1));
        for (int i = 0; i < 3; i++) {
            assertThat(run.get(as("acme", remembered.count()))).isEqualTo(3);
            assertThat(run.get(as("bolt", remembered.count()))).isEqualTo(2);
        }
        assertThat(run.statements()).hasSize(2);
        assertThat(run.error(remembered.count())).isInstanceOf(MissingTenantException.class);
    }

    @Test
    @Feature("1.11")
    default void theStatementIsTheSameForAll(Runner run) {
        run.get(as("acme", PROJECTS.count()));
        run.get(as("bolt", PROJECTS.count()));

        assertThat(run.statements()).hasSize(2);
        assertThat(run.statements().get(0)).isEqualTo(run.statements().get(1));
        assertThat(run.get(as("acme", PROJECTS.query().toSql())).bindings())
                .extracting(value -> value.value())
                .containsExactly("acme");
        assertThat(run.error(PROJECTS.query().toSql())).isInstanceOf(MissingTenantException.class);
        assertThat(PROJECTS.query().toSql(run.database().dialect()).bindings())
                .extracting(value -> String.valueOf(value.value()))
                .containsExactly("the tenant");
        assertThat(run.get(as("bolt", PROJECTS.query().dryRun(query -> query.count())))
                        .get(0)
                        .bindings())
                .extracting(value -> value.value())
                .containsExactly("bolt");
        assertThat(run.get(as("bolt", PROJECTS.query().explain()))).isNotEmpty();
    }

    @Test
    @Feature({"1.11", "12.1"})
    default void aCursorOfAnothersPageIsRefused(Runner run) {
        CursorPage<Project> first = run.get(as("acme", sorted().cursorPaginate(1)));
        String next = Objects.requireNonNull(first.nextCursor());

        assertThat(run.get(as("acme", sorted().cursorPaginate(1, next))).data())
                .extracting(Project::code)
                .containsExactly("a2");
        assertThat(run.error(as("bolt", sorted().cursorPaginate(1, next)))).isInstanceOf(InvalidCursorException.class);
    }

    @Test
    @Feature("1.11")
    default void aHostileTenantIsAValue(Runner run) {
        for (String hostile : HostileStrings.all()) {
            Throwable error = run.get(as(hostile, PROJECTS.count())
                    .filter(count -> count != 0)
                    .<Throwable>map(count -> new AssertionError(count + " rows for " + hostile))
                    .onErrorResume(Mono::just)
                    .defaultIfEmpty(new IllegalStateException("none")));
            // what is no text for this database is refused; nothing finds a row
            assertThat(error).isNotInstanceOf(AssertionError.class);
        }
        assertThat(run.list(DB.table("projects").get())).hasSize(5);
    }

    @Test
    @Feature("1.11")
    default void aTenantMayBeANumberAndUniqueIsAmongItsOwn(Runner run) {
        run.get(as(7, Desk.DESKS.create(Desk.ROOM.to("seven"))));
        run.get(as(8L, Desk.DESKS.create(Desk.ROOM.to("eight"))));

        assertThat(run.get(as(7L, Desk.DESKS.query().value(Desk.ROOM)))).isEqualTo("seven");
        // of the tenant's own, no other has the room
        run.get(as(8, Desk.DESKS.create(Desk.ROOM.to("seven"))));
        assertThat(run.error(as(7, Desk.DESKS.create(Desk.ROOM.to("seven"))))).isInstanceOf(ValidationException.class);
        assertThat(run.error(as("acme", Desk.DESKS.count()))).isInstanceOf(TypeMismatchException.class);
    }

    @Test
    @Feature("1.11")
    default void aNewModelIsTheTenantsAndStaysIt(Runner run) {
        Project project = run.get(as("acme", Project.of("a4").save()));
        assertThat(project.get(COMPANY)).isEqualTo("acme");
        assertThat(run.list(DB.table("projects").where("code", "a4").get()))
                .extracting((Row row) -> row.get("company"))
                .containsExactly("acme");

        assertThat(run.error(as("bolt", Project.of("b4").set(COMPANY, "acme").save())))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(as("acme", project.set(COMPANY, "bolt").save())))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(as(
                        "acme", Mono.defer(() -> PROJECTS.where(CODE.eq("a4")).update(COMPANY.to("bolt"))))))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(Project.of("x").save())).isInstanceOf(MissingTenantException.class);
        // a copy may be anyone's
        assertThat(run.get(as("bolt", project.replicate().set(CODE, "b5").save()))
                        .get(COMPANY))
                .isEqualTo("bolt");
    }

    /** What is in the table, whosever it is, by code. */
    static List<String> all(Runner run) {
        return run.list(sorted().withoutGlobalScope("tenant")
                .withTrashed()
                .get()
                .map(project -> project.code() + " of " + project.get(COMPANY) + ": " + project.get(BUDGET)
                        + (project.trashed() ? ", trashed" : "")));
    }
}
