package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.EMAIL;
import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.KIND;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.PREFS;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.query.Row;
import dev.ilana.testkit.contract.blog.Role;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Many rows are written by few statements, and models know after it what they should. */
public interface BulkContract extends BlogContract {

    private static Flux<User> users(int from, int count) {
        return Flux.range(from, count).map(n -> User.named("u" + n).age(n));
    }

    private static Map<String, Object> role(int n) {
        return Map.of("name", "role " + n);
    }

    private static List<Map<String, Object>> roles(int count) {
        return IntStream.range(0, count).mapToObj(BulkContract::role).toList();
    }

    private static List<User> stored(Runner run) {
        return run.list(USERS.query().orderBy(ID).get());
    }

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
                        DB.table("roles").bulkInsert(Flux.range(30_000, 1_500).map(BulkContract::role))))
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

    // bulkUpdate

    @Test
    @Feature("9.3")
    default void bulkUpdateGivesEachRowItsOwnValues(Runner run) {
        run.get(DB.table("roles").bulkInsert(roles(1_500)));
        List<Row> rows = run.list(DB.table("roles").orderBy("id").get());

        assertThat(run.get(DB.table("roles")
                        .bulkUpdate(
                                rows.stream()
                                        .map(row -> Map.of(
                                                "id",
                                                Objects.requireNonNull(row.get("id")),
                                                "name",
                                                "new " + row.get("name")))
                                        .toList(),
                                List.of("id"))))
                .isEqualTo(1_500);

        assertThat(run.list(DB.table("roles").orderBy("id").pluck("name")))
                .containsExactlyElementsOf(
                        rows.stream().map(row -> "new " + row.get("name")).toList());
        assertThat(run.get(DB.table("roles").bulkUpdate(List.of(Map.of("id", -1L, "name", "x")), List.of("id"))))
                .as("no such row")
                .isZero();
    }

    @Test
    @Feature("9.3")
    default void bulkUpdateFindsRowsByTextAndByTwoKeys(Runner run) {
        run.list(USERS.insertMany(
                Flux.just(User.named("Ada").age(1), User.named("Bob").age(2))));

        run.get(DB.table("users")
                .bulkUpdate(
                        List.of(
                                Map.of("email", "ada@example.org", "age", 10),
                                Map.of("email", "bob@example.org", "age", 20)),
                        List.of("email")));
        run.get(DB.table("users")
                .bulkUpdate(
                        List.of(
                                Map.of("name", "Ada", "age", 10, "kind", "ADMIN"),
                                Map.of("name", "Bob", "age", 11, "kind", "ADMIN")),
                        List.of("name", "age")));

        assertThat(stored(run)).extracting(user -> user.get(AGE)).containsExactly(10, 20);
        assertThat(stored(run)).extracting(user -> user.get(KIND)).containsExactly(User.Kind.ADMIN, User.Kind.MEMBER);
    }

    @Test
    @Feature("9.3")
    default void bulkUpdateOfModelsWritesWhatIsDirty(Runner run) {
        List<User> users = run.list(USERS.insertMany(users(0, 600)));
        Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
        run.get(USERS.query().everything().update(USERS.updatedAt().to(longAgo)));
        run.get(USERS.query().everything().update(Map.of("kind", "ADMIN")));
        run.get(USERS.query().everything().update(USERS.updatedAt().to(longAgo)));
        for (int n = 0; n < 400; n++) {
            User user = users.get(n);
            var unused =
                    n % 2 == 0 ? user.name("new " + n) : user.name("new " + n).set(AGE, n == 1 ? null : n + 1_000);
        }
        run.forgetStatements();

        assertThat(run.get(USERS.bulkUpdate(users))).isEqualTo(400);

        assertThat(run.statements().size()).as("two kinds of change").isBetween(2, 12);
        assertThat(run.statements().get(0)).doesNotContain("kind").contains("updated_at");
        assertThat(users).noneMatch(User::isDirty);
        List<User> read = stored(run);
        assertThat(read.get(0).name()).isEqualTo("new 0");
        assertThat(read.get(1).get(AGE)).isNull();
        assertThat(read.get(399).get(AGE)).isEqualTo(1_399);
        assertThat(read).allSatisfy(user -> assertThat(user.get(KIND)).isEqualTo(User.Kind.ADMIN));
        assertThat(read.subList(0, 400))
                .allSatisfy(user -> assertThat(user.get(USERS.updatedAt())).isAfter(longAgo));
        assertThat(read.subList(400, 600))
                .allSatisfy(user -> assertThat(user.get(USERS.updatedAt())).isEqualTo(longAgo));
    }

    @Test
    @Feature("9.3")
    default void bulkUpdateSaysWhenARowIsGone(Runner run) {
        List<User> users = run.list(USERS.insertMany(users(0, 3)));
        run.get(USERS.where(ID.eq(users.get(1).get(ID))).forceDelete());
        users.forEach(user -> user.name("new " + user.name()));

        assertThat(run.error(USERS.bulkUpdate(users))).isInstanceOf(ModelNotFoundException.class);

        assertThat(stored(run)).extracting(User::name).containsExactly("new u0", "new u2");
        assertThat(users).allMatch(User::isDirty);
    }

    @Test
    @Feature("9.3")
    default void bulkUpdateRefusesWhatItCanNotKeepTo(Runner run) {
        List<User> users = run.list(USERS.insertMany(users(0, 2)));
        run.forgetStatements();
        User ada = users.get(0).name("x");

        assertThat(run.error(USERS.bulkUpdate(List.of(ada, ada)))).isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(USERS.bulkUpdate(List.of(User.named("new"))))).isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(USERS.bulkUpdate(List.of(users.get(1).set(ID, 99L)))))
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> DB.table("roles").bulkUpdate(List.of(Map.of("id", 1)), List.of("id")))
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> DB.table("roles").bulkUpdate(List.of(Map.of("id", 1)), List.of()))
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> DB.table("roles").bulkUpdate(List.of(Map.of("name", "x")), List.of("id")))
                .isInstanceOf(UnknownColumnException.class);
        assertThatThrownBy(() -> DB.table("roles")
                        .bulkUpdate(List.of(Map.of("id", 1, "name", "a"), Map.of("id", 1, "name", "b")), List.of("id")))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.statements()).isEmpty();
    }

    // bulkDelete

    @Test
    @Feature("9.3")
    default void bulkDeleteRemovesRowsByValuesKeysAndModels(Runner run) {
        run.get(DB.table("roles").bulkInsert(roles(3_000)));
        List<Role> roles = run.list(Role.ROLES.query().orderBy(Role.ID).get());
        List<Object> names =
                IntStream.range(0, 1_000).<Object>mapToObj(n -> "role " + n).toList();

        assertThat(run.get(DB.table("roles").bulkDelete("name", names))).isEqualTo(1_000);
        assertThat(run.get(Role.ROLES.bulkDeleteKeys(roles.subList(500, 2_000).stream()
                        .map(role -> role.get(Role.ID))
                        .toList())))
                .isEqualTo(1_000);
        assertThat(run.get(Role.ROLES.bulkDelete(roles.subList(1_990, 2_999)))).isEqualTo(999);

        assertThat(roles.get(2_500).isStored()).isFalse();
        assertThat(run.list(DB.table("roles").pluck("name"))).containsExactly("role 2999");
    }

    @Test
    @Feature("9.3")
    default void bulkDeleteIsSoftWhereTheTableIs(Runner run) {
        List<User> users = run.list(USERS.insertMany(users(0, 4)));

        assertThat(run.get(USERS.bulkDelete(users.subList(0, 2)))).isEqualTo(2);
        assertThat(run.get(USERS.bulkDeleteKeys(
                        List.of(users.get(1).get(ID), users.get(2).get(ID)))))
                .isEqualTo(1);

        assertThat(users.get(0).trashed()).isTrue();
        assertThat(users.get(0).isDirty()).isFalse();
        assertThat(run.get(USERS.count())).isEqualTo(1);
        assertThat(run.get(USERS.query().withTrashed().count())).isEqualTo(4);
        assertThat(run.error(USERS.bulkDelete(List.of(User.named("new"))))).isInstanceOf(InvalidUsageException.class);
    }

    // Transactions

    @Test
    @Feature({"9.3", "14.1"})
    default void aRollbackGivesModelsBackWhatTheyHad(Runner run) {
        List<User> old = run.list(USERS.insertMany(users(0, 3)));
        List<User> fresh = run.list(users(100, 2_000));
        old.forEach(user -> user.name("changed"));

        run.error(DB.transaction(() -> USERS.insertMany(Flux.fromIterable(fresh))
                .then(USERS.bulkUpdate(old))
                .then(USERS.bulkDelete(old.subList(0, 1)))
                .then(Mono.error(new IllegalStateException("taken back")))));

        assertThat(fresh).allSatisfy(user -> {
            assertThat(user.isStored()).isFalse();
            assertThat(user.getKey()).isNull();
        });
        assertThat(old).allMatch(User::isStored).allMatch(user -> user.isDirty(NAME));
        assertThat(old.get(0).trashed()).isFalse();
        assertThat(stored(run)).extracting(User::name).containsExactly("u0", "u1", "u2");

        // and all can be written again
        run.get(USERS.bulkUpdate(old));
        run.list(USERS.insertMany(Flux.fromIterable(fresh)));
        assertThat(run.get(USERS.count())).isEqualTo(2_003);
    }

    @Test
    @Feature({"9.3", "14.2"})
    default void aSavepointGivesBackWhatCameAfterIt(Runner run) {
        User ada = run.get(User.named("Ada").age(1).save());
        List<User> inner = run.list(users(0, 5));
        List<User> outer = run.list(users(10, 5));

        run.value(DB.transaction(() -> ada.age(2)
                .save()
                .thenMany(USERS.insertMany(Flux.fromIterable(outer)))
                .then(DB.transaction(() -> USERS.insertMany(Flux.fromIterable(inner))
                                .then(ada.age(3).save())
                                .then(Mono.<User>error(new IllegalStateException("to the savepoint"))))
                        .onErrorComplete())
                .then(DB.transaction(() -> ada.name("Ada L.").save()))));

        assertThat(inner).noneMatch(User::isStored);
        assertThat(outer).allMatch(User::isStored);
        assertThat(ada.isDirty()).isFalse();
        User read = run.get(USERS.findOrFail(ada.get(ID)));
        assertThat(read.get(AGE)).isEqualTo(ada.get(AGE));
        assertThat(read.name()).isEqualTo("Ada L.");
        assertThat(run.get(USERS.count())).isEqualTo(6);
    }

    @Test
    @Feature({"9.3", "14.2"})
    default void theRollbackOfAllTakesReleasedSavepointsBackToo(Runner run) {
        User ada = run.get(User.named("Ada").age(1).save());

        run.error(DB.transaction(() -> DB.transaction(() -> ada.age(2).save())
                .then(DB.transaction(() -> ada.age(3).save()))
                .then(ada.age(4).save())
                .then(Mono.error(new IllegalStateException("taken back")))));

        assertThat(ada.getOriginal(AGE)).isEqualTo(1);
        assertThat(ada.isDirty(AGE)).isTrue();
        run.get(ada.age(5).save());
        assertThat(run.get(USERS.findOrFail(ada.get(ID))).get(AGE)).isEqualTo(5);
    }

    // What goes wrong in the middle

    @Test
    @Feature("9.3")
    default void aViolationInTheMiddleLeavesWhatWasWrittenBefore(Runner run) {
        List<User> users = run.list(users(0, 4_000));
        users.set(3_500, User.named("u1").age(1));

        assertThat(run.error(USERS.insertMany(Flux.fromIterable(users)).then()))
                .isInstanceOf(UniqueViolationException.class);

        long written = run.get(USERS.count());
        assertThat(written).isBetween(1L, 3_500L);
        assertThat(users.subList(0, (int) written)).allMatch(User::isStored);
        assertThat(users.subList((int) written, 4_000)).noneMatch(User::isStored);

        run.get(USERS.query().everything().forceDelete());
        List<User> again = run.list(users(0, 4_000));
        again.set(3_500, User.named("u1").age(1));
        assertThat(run.error(DB.transaction(() -> USERS.bulkInsert(again))))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(run.get(USERS.count())).as("in a transaction: nothing").isZero();
    }

    @Test
    @Feature("9.3")
    default void rowsOfAStreamNeedTheColumnsOfTheFirst(Runner run) {
        Flux<Map<String, Object>> rows =
                Flux.range(0, 5_000).map(n -> n < 4_500 ? role(n) : Map.<String, Object>of("id", n));

        assertThat(run.error(DB.table("roles").bulkInsert(rows))).isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(DB.table("roles").bulkInsert(List.of(Map.of("nme", "x")))))
                .isNotInstanceOf(AssertionError.class);
        assertThat(run.error(USERS.insertOrIgnore(List.of(Map.of("nme", "x")))))
                .isInstanceOf(UnknownColumnException.class);
    }

    @Test
    @Feature({"9.3", "14.5"})
    default void aCancelInTheMiddleGivesTheConnectionBack(Runner run) {
        for (int rows : new int[] {1, 700, 1_500, 3_000}) {
            run.list(USERS.insertMany(users(rows * 100_000, 5_000)).take(rows));
            run.value(DB.transaction(() -> USERS.bulkInsert(users(rows * 100_000 + 50_000, 3_000)))
                    .takeUntilOther(Mono.delay(Duration.ofMillis(rows / 100))));
        }
        run.assertNothingAcquired();
        run.list(Flux.range(0, 20).flatMap(i -> USERS.count()));
        List<User> all = stored(run);
        assertThat(all).isNotEmpty();
    }

    @Test
    @Feature({"9.3", "14.5"})
    default void aCancelledTransactionHasWrittenAllRowsOrNone(Runner run) {
        for (int round = 0; round < 20; round++) {
            Flux<User> users = users(round * 10_000, 6_000);
            run.value(DB.transaction(() -> USERS.bulkInsert(users))
                    .takeUntilOther(Mono.delay(Duration.ofMillis(5L * round))));
        }
        run.assertNothingAcquired();
        run.list(Flux.range(0, 20).flatMap(i -> USERS.count()));
        assertThat(run.get(USERS.count()) % 6_000).isZero();
        run.get(USERS.bulkInsert(users(900_000, 300)));
        assertThat(run.get(USERS.count()) % 6_000).isEqualTo(300);
    }

    @Test
    @Feature("9.3")
    default void aSourceThatFailsEndsTheWrite(Runner run) {
        Flux<User> source = users(0, 3_000).concatWith(Mono.error(new IllegalStateException("the source")));

        assertThat(run.error(USERS.bulkInsert(source))).isInstanceOf(IllegalStateException.class);
        assertThat(run.error(USERS.insertMany(source.map(user -> User.named("b" + user.name())))
                        .then()))
                .isInstanceOf(IllegalStateException.class);
        run.assertNothingAcquired();
    }

    @Test
    @Feature({"9.3", "9.5"})
    default void modelsReadOnADatabaseByNameAreWrittenThereInBulk(Runner run) {
        run.list(USERS.insertMany(users(0, 3)));
        Database other = Database.connect(run.url());
        try {
            List<User> users = run.list(USERS.on(other).get());
            users.forEach(user -> user.age(77));
            run.forgetStatements();
            run.get(USERS.bulkUpdate(users));
            assertThat(run.statements()).as("sent by the other").isEmpty();
        } finally {
            other.close().block();
        }
        assertThat(run.list(USERS.pluck(AGE))).containsExactly(77, 77, 77);
    }
}
