package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.CrowdContract.assertPosts;
import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.KIND;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.dialect.Capability;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TransactionRequiredException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.model.ModelQuery;
import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import dev.ilana.query.Row;
import dev.ilana.testkit.contract.blog.Role;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Any number of rows comes a window at a time: each once, in order, with its relations, and leaves nothing open. */
public interface StreamContract extends CrowdContract {

    private static List<ModelQuery<User>> orders() {
        return List.of(
                USERS.query(),
                USERS.orderBy(NAME),
                USERS.orderByDesc(ID),
                USERS.orderBy(AGE).orderBy(ID),
                USERS.orderByDesc(AGE).orderByDesc(ID),
                USERS.orderBy(AGE.asc().nullsFirst()).orderByDesc(ID),
                USERS.orderBy(AGE.desc().nullsLast()).orderBy(ID),
                USERS.orderBy(AGE.desc().nullsFirst()).orderBy(NAME.length()).orderByDesc(ID),
                USERS.orderBy(NAME.lower().desc()).orderBy(ID),
                USERS.orderBy(AGE.plus(1)).orderBy(ID),
                USERS.query()
                        .withCount(POSTS)
                        .orderBy("posts_count", "desc")
                        .orderBy("age")
                        .orderBy("id"),
                USERS.query().orderByRaw("length(name) + id desc"),
                USERS.where(AGE.gt(21)).orWhere(AGE.isNull()).orderBy(AGE).orderBy(ID),
                USERS.orderBy(AGE).orderBy(ID).limit(11).offset(3),
                USERS.query().with(POSTS).select("name").orderBy("email"));
    }

    private static List<Long> keys(List<User> users) {
        return users.stream()
                .map(user -> (Long) Objects.requireNonNull(user.getKey()))
                .toList();
    }

    @Test
    @Feature("12.2")
    default void everyModelComesOnceInTheOrderOfTheQuery(Runner run) {
        for (ModelQuery<User> query : orders()) {
            List<Long> all = keys(run.list(query.get()));
            for (int size : new int[] {1, 2, 7, 22, 23, 100}) {
                String which = query.toSql(run.database().dialect()) + " by " + size;
                assertThat(keys(run.list(query.lazy(size))))
                        .as("lazy: " + which)
                        .containsExactlyElementsOf(all);
                assertThat(keys(run.list(query.cursor(size))))
                        .as("cursor: " + which)
                        .containsExactlyElementsOf(all);
            }
        }
    }

    @Test
    @Feature({"11.3", "12.2"})
    default void relationsAreLoadedByTheWindow(Runner run) {
        List<User> users =
                run.list(USERS.with("posts.comments", "profile").orderBy(ID).lazy(10));

        assertPosts(users);
        // Three windows, each with its users, their posts, their profiles; no post has comments, but all are asked.
        assertThat(run.statements()).hasSize(3 * 4);
        run.forgetStatements();
        assertPosts(run.list(USERS.with(POSTS).orderBy(ID).cursor(10)));
        boolean opened = run.database().dialect().supports(Capability.SERVER_CURSOR);
        assertThat(run.statements()).hasSize(3 * 2 + (opened ? 2 : 0));
    }

    @Test
    @Feature("12.2")
    @Needs(Capability.SNAPSHOT)
    default void allWindowsOfACursorAreOfOneMoment(Runner run) {
        List<User> seen = run.list(USERS.with(POSTS)
                .orderBy(ID)
                .cursor(4)
                .concatMap(user -> Flux.concat(
                                User.named("late " + user.getKey()).save(),
                                POSTS.of(user).create(Map.of("title", "late")))
                        .then(Mono.just(user))));

        assertPosts(seen);
        assertThat(run.get(USERS.count())).isEqualTo(2 * CROWD);
    }

    @Test
    @Feature("12.2")
    default void lazySeesWhatIsWrittenMeanwhile(Runner run) {
        List<String> seen = run.list(USERS.orderBy(ID)
                .lazy(4)
                .concatMap(user ->
                        user.name().equals("Ada 00") ? User.named("late").save().thenReturn(user) : Mono.just(user))
                .map(User::name));

        assertThat(seen).hasSize(CROWD + 1).endsWith("late");
    }

    @Test
    @Feature("12.2")
    default void rowsThatLeaveTheQueryMoveNoOthers(Runner run) {
        long seen = run.get(USERS.where(AGE.isNotNull())
                .orderBy(AGE)
                .lazy(3)
                .concatMap(user -> user.delete().thenReturn(user))
                .count());

        assertThat(seen).isEqualTo(17);
        assertThat(run.get(USERS.where(AGE.isNotNull()).count())).isZero();
    }

    @Test
    @Feature("12.2")
    default void aJoinThatGivesAModelSeveralTimesLosesNone(Runner run) {
        ModelQuery<User> joined = USERS.query().join("posts", "posts.user_id", "=", "users.id");
        for (int size : new int[] {1, 2, 3, 50}) {
            assertThat(keys(run.list(joined.lazy(size))))
                    .as("windows of %d", size)
                    .containsExactlyInAnyOrderElementsOf(keys(run.list(joined.get())));
            assertThat(run.list(joined.cursor(size))).hasSize(22);
            assertThat(run.list(joined.lazyById(size))).hasSize(22);
        }
    }

    @Test
    @Feature("12.2")
    default void aRelationIsAStreamToo(Runner run) {
        User user = run.get(USERS.where(NAME.eq("bob 20")).sole());
        List<Role> roles =
                run.list(Role.ROLES.insertMany(Flux.range(0, 5).map(i -> new Role().set(Role.NAME, "role " + i))));
        run.get(User.ROLES.of(user).attach(roles.stream().map(Role::getKey).toList()));

        assertThat(run.list(user.posts().lazy(1))).hasSize(2);
        assertThat(run.list(user.posts().cursor(1))).hasSize(2);
        assertThat(run.list(User.ROLES.of(user).orderByDesc(Role.NAME).lazy(2)))
                .extracting(role -> role.get(Role.NAME))
                .containsExactly("role 4", "role 3", "role 2", "role 1", "role 0");
        assertThat(run.list(User.ROLES.of(user).cursor(2))).hasSize(5);
    }

    @Test
    @Feature("12.2")
    default void rowsWithoutAModelComeByWindowsToo(Runner run) {
        List<Query> queries = List.of(
                DB.table("users"),
                DB.table("users").select("name").orderBy("age"),
                DB.table("users").select("name", "age").orderByDesc("age").orderBy("id"),
                DB.table("users").select("id", "email").where("age", ">", 20).orderBy("users.id"),
                DB.table("users")
                        .orderBy("age", "desc", "first")
                        .orderBy("id")
                        .limit(9)
                        .offset(2),
                DB.table("users").orderBy(Expr.lower("name")),
                DB.table("users").select("age").distinct().orderBy("age"),
                DB.table("users").select("kind").groupBy("kind").orderBy("kind"),
                DB.table("users")
                        .select("name")
                        .unionAll(DB.table("posts").select("title"))
                        .orderBy("name"),
                DB.table("users")
                        .join("posts", "posts.user_id", "=", "users.id")
                        .select("users.id", "title"));
        for (Query query : queries) {
            List<Row> all = run.list(query.get());
            for (int size : new int[] {1, 5, 100}) {
                for (Flux<Row> windows : List.of(query.lazy(size), query.cursor(size))) {
                    assertThat(run.list(windows.map(Row::toMap)))
                            .as("%s by %d", query.toSql(run.database().dialect()), size)
                            .containsExactlyInAnyOrderElementsOf(
                                    all.stream().map(Row::toMap).toList());
                }
            }
        }
        assertThat(run.list(DB.table("users").lazyById(4).map(row -> row.get("id"))))
                .isSortedAccordingTo((a, b) -> Long.compare((Long) a, (Long) b))
                .hasSize(CROWD);
        assertThat(run.list(DB.table("users").lazyById(4, "email"))).hasSize(CROWD);
        assertThat(run.list(DB.table("users")
                        .select("name as id", "age")
                        .orderBy("age")
                        .orderBy("email")
                        .lazy(4)))
                .hasSize(CROWD);
    }

    @Test
    @Feature("12.2")
    default void valuesComeByWindowsToo(Runner run) {
        assertThat(run.list(USERS.orderBy(AGE).orderBy(ID).select(NAME).lazy(5)))
                .containsExactlyElementsOf(
                        run.list(USERS.orderBy(AGE).orderBy(ID).select(NAME).get()));
        assertThat(run.list(USERS.orderBy(ID).select(NAME).cursor(5)))
                .containsExactlyElementsOf(
                        run.list(USERS.orderBy(ID).select(NAME).get()));
        // An age that is null is left out, and does not end the stream.
        assertThat(run.list(USERS.orderBy(ID).select(AGE).lazy(1))).hasSize(17);
        assertThat(run.list(USERS.distinct().orderBy(KIND).select(KIND).lazy(1)))
                .hasSize(1);
    }

    @Test
    @Feature("12.2")
    default void theTypedErrorsOfStreams(Runner run) {
        for (int size : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> USERS.cursor(size)).isInstanceOf(InvalidUsageException.class);
            assertThatThrownBy(() -> USERS.lazy(size)).isInstanceOf(InvalidUsageException.class);
            assertThatThrownBy(() -> USERS.lazyById(size)).isInstanceOf(InvalidUsageException.class);
            assertThatThrownBy(() -> DB.table("users").lazy(size)).isInstanceOf(InvalidUsageException.class);
        }
        assertThatThrownBy(() -> USERS.inRandomOrder().lazy(5))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("random");
        assertThatThrownBy(() -> USERS.orderBy(NAME).lazyById(5)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.limit(3).lazyById(5)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(
                        () -> DB.table("users").select("kind").groupBy("kind").lazy(5))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("orderBy");
        assertThatThrownBy(() -> USERS.query().orderBy("nmae").lazy(5)).isInstanceOf(UnknownColumnException.class);
        assertThat(run.error(DB.table("users").lazyById(5, "nmae").then())).isInstanceOf(BadSqlException.class);
        assertThat(run.error(USERS.query().lockForUpdate().cursor(5).then()))
                .isInstanceOf(TransactionRequiredException.class)
                .hasMessageContaining("transaction");
        assertThat(run.list(USERS.whereIn("id", List.of()).cursor(5))).isEmpty();
    }

    @Test
    @Feature("12.2")
    default void aDatabaseThatIsNamedIsUsed(Runner run) {
        Database database = run.database();
        assertThat(run.list(USERS.query().on(database).with(POSTS).cursor(6))).hasSize(CROWD);
        assertThat(run.list(USERS.query().on(database).with(POSTS).lazy(6))).hasSize(CROWD);
    }
}
