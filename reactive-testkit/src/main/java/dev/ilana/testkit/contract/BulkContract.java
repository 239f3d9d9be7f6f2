package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.BulkWritesContract.role;
import static dev.ilana.testkit.contract.BulkWritesContract.roles;
import static dev.ilana.testkit.contract.BulkWritesContract.stored;
import static dev.ilana.testkit.contract.BulkWritesContract.users;
import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.EMAIL;
import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.KIND;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.PREFS;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.query.Row;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Many new rows are written by few statements, and their models know after it what they should. */
public interface BulkContract extends BulkWritesContract {

    // insertMany

    @Test
    @Feature("9.3")
    default void insertManyGivesEachModelItsOwnKeyInOrder(Runner run) {
        List<User> given = run.list(users(0, 3_001));
        List<User> came = run.list(USERS.insertMany(Flux.fromIterable(given)));

        assertThat(came).containsExactlyElementsOf(given);
        assertThat(came).allSatisfy(user -> {
            assertThat(user.isStored()).isTrue();
            assertThat(user.isDirty()).isFalse();
        });
        assertThat(run.statements().size()).as("few statements").isLessThan(25);
        assertThat(came).extracting(user -> user.get(ID)).isSorted().doesNotHaveDuplicates();
        Map<Object, String> names = new HashMap<>();
        stored(run).forEach(user -> names.put(user.get(ID), user.name()));
        assertThat(came).allSatisfy(user -> assertThat(names.get(user.get(ID))).isEqualTo(user.name()));
    }

    @Test
    @Feature("9.3")
    default void keysAreRightWhileOthersInsertToo(Runner run) {
        List<User> all = run.list(Flux.range(0, 8).flatMap(writer -> USERS.insertMany(users(writer * 10_000, 300)), 8));

        Map<Object, String> names = new HashMap<>();
        stored(run).forEach(user -> names.put(user.get(ID), user.name()));
        assertThat(all).hasSize(2_400);
        assertThat(all).allSatisfy(user -> assertThat(names.get(user.get(ID))).isEqualTo(user.name()));
    }

    @Test
    @Feature("9.3")
    default void insertManyKeepsTimesCastsAndMutators(Runner run) {
        Instant given = Instant.parse("2001-01-01T00:00:00Z");
        run.list(USERS.insertMany(Flux.just(
                User.named("ADA").set(KIND, User.Kind.ADMIN).set(PREFS, new User.Prefs("dark \"\\", 9)),
                User.named("BOB").set(USERS.createdAt(), given))));

        List<User> read = stored(run);
        assertThat(read.get(0).get(EMAIL)).isEqualTo("ada@example.org");
        assertThat(read.get(0).get(KIND)).isEqualTo(User.Kind.ADMIN);
        assertThat(read.get(0).get(PREFS)).isEqualTo(new User.Prefs("dark \"\\", 9));
        assertThat(read.get(0).get(USERS.createdAt())).isAfter(given);
        assertThat(read.get(1).get(USERS.createdAt())).isEqualTo(given);
        assertThat(read.get(1).get(USERS.updatedAt())).isAfter(given);
    }

    @Test
    @Feature("9.3")
    default void modelsWithOtherColumnsGoInStatementsOfTheirOwn(Runner run) {
        List<User> came = run.list(USERS.insertMany(Flux.range(0, 40)
                .map(n ->
                        n % 20 < 10 ? User.named("u" + n) : User.named("u" + n).age(n))));

        assertThat(run.statements()).hasSizeBetween(4, 8);
        assertThat(came).extracting(user -> user.get(ID)).isSorted();
        assertThat(came.get(0).get(AGE)).isNull();
        assertThat(stored(run)).extracting(user -> user.get(AGE)).contains(15, (Integer) null);
    }

    @Test
    @Feature("9.3")
    default void insertManyReadsNoFasterThanItIsAsked(Runner run) {
        AtomicInteger made = new AtomicInteger();
        Flux<User> source = users(0, 1_000_000).doOnNext(user -> made.incrementAndGet());

        List<User> some = run.list(USERS.insertMany(source).take(10));

        assertThat(some).hasSize(10);
        assertThat(made.get()).isLessThan(10_000);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("9.3")
    default void nothingToWriteSendsNothing(Runner run) {
        assertThat(run.list(USERS.insertMany(Flux.empty()))).isEmpty();
        assertThat(run.get(USERS.bulkInsert(List.of()))).isZero();
        assertThat(run.get(USERS.bulkInsert(Flux.empty()))).isZero();
        assertThat(run.get(USERS.bulkUpdate(List.of()))).isZero();
        assertThat(run.get(USERS.bulkDelete(List.of()))).isZero();
        assertThat(run.get(USERS.bulkDeleteKeys(List.of()))).isZero();
        assertThat(run.get(USERS.insertOrIgnore(List.<User>of()))).isZero();
        assertThat(run.get(USERS.upsert(List.<User>of(), List.of(EMAIL), List.of(NAME))))
                .isZero();
        assertThat(run.get(DB.table("roles").bulkInsert(List.of()))).isZero();
        assertThat(run.get(DB.table("roles").bulkInsert(Flux.empty()))).isZero();
        assertThat(run.get(DB.table("roles").bulkUpdate(List.of(), List.of("id"))))
                .isZero();
        assertThat(run.get(DB.table("roles").bulkDelete("id", List.of()))).isZero();
        assertThat(run.statements()).isEmpty();
    }

    // bulkInsert

    @Test
    @Feature("9.3")
    default void bulkInsertAddsAnyNumberOfRows(Runner run) {
        assertThat(run.get(DB.table("roles").bulkInsert(roles(25_003)))).isEqualTo(25_003);
        assertThat(run.get(
                        DB.table("roles").bulkInsert(Flux.range(30_000, 1_500).map(BulkWritesContract::role))))
                .isEqualTo(1_500);
        assertThat(run.get(USERS.bulkInsert(users(0, 5_001)))).isEqualTo(5_001);
        assertThat(run.get(USERS.bulkInsert(run.list(users(10_000, 7))))).isEqualTo(7);

        assertThat(run.get(DB.table("roles").count())).isEqualTo(26_503);
        assertThat(run.get(DB.table("roles").countDistinct("name"))).isEqualTo(26_503);
        assertThat(run.get(USERS.count())).isEqualTo(5_008);
        assertThat(run.get(USERS.where(NAME.eq("u4999")).firstOrFail()).get(AGE))
                .isEqualTo(4_999);
    }

    @Test
    @Feature("9.3")
    default void aMillionRowsInOneListAreWritten(Runner run) {
        Map<String, Object> role = role(1);

        assertThat(run.get(DB.table("roles").bulkInsert(Collections.nCopies(1_000_000, role))))
                .isEqualTo(1_000_000);

        assertThat(run.get(DB.table("roles").count())).isEqualTo(1_000_000);
        run.value(DB.table("role_user").everything().delete());
        run.get(DB.table("roles").everything().delete());
    }

    @Test
    @Feature("9.3")
    default void aModelWhoseKeyTheDatabaseMakesStaysNewAfterBulkInsert(Runner run) {
        User made = User.named("Ada");
        User keyed = User.named("Bob").set(ID, 4_000_000L);

        run.get(USERS.bulkInsert(List.of(made, keyed)));

        assertThat(made.isStored()).isFalse();
        assertThat(keyed.isStored()).isTrue();
        run.get(keyed.name("Bob L.").save());
        assertThat(run.list(USERS.pluck(NAME))).containsExactlyInAnyOrder("Ada", "Bob L.");
    }

    @Test
    @Feature("9.3")
    default void fewTextsServeAnyNumberOfRows(Runner run) {
        for (int count : new int[] {1, 2, 3, 5, 17, 100, 333, 999, 1_000, 1_001, 2_047, 4_321}) {
            run.get(DB.table("roles").bulkInsert(roles(count)));
        }
        assertThat(new HashSet<>(run.statements())).hasSizeLessThanOrEqualTo(textsOfAnInsert());

        List<Row> rows = run.list(DB.table("roles").limit(3_000).get());
        run.forgetStatements();
        for (int count : new int[] {1, 2, 3, 5, 17, 100, 333, 999, 1_000, 1_001, 2_047, 3_000}) {
            run.get(DB.table("roles")
                    .bulkUpdate(rows.subList(0, count).stream().map(Row::toMap).toList(), List.of("id")));
        }
        assertThat(new HashSet<>(run.statements())).hasSizeLessThanOrEqualTo(textsOfAnUpdate());

        run.forgetStatements();
        List<Object> ids = rows.stream().map(row -> row.get("id")).toList();
        for (int from = 0, count = 1; from < 2_500; from += count, count = count * 2 + 1) {
            run.get(DB.table("roles").bulkDelete("id", ids.subList(from, Math.min(from + count, 2_500))));
        }
        assertThat(new HashSet<>(run.statements())).hasSizeLessThanOrEqualTo(12);
    }

    /** How many texts inserts of any number of rows of one shape have. */
    default int textsOfAnInsert() {
        return 16 + 6;
    }

    /** How many texts updates of any number of rows of one shape have. */
    default int textsOfAnUpdate() {
        return 16 + 6;
    }
}
