package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.BulkWritesContract.role;
import static dev.ilana.testkit.contract.BulkWritesContract.roles;
import static dev.ilana.testkit.contract.BulkWritesContract.stored;
import static dev.ilana.testkit.contract.BulkWritesContract.users;
import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.KIND;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.query.Row;
import dev.ilana.testkit.contract.blog.Role;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Many rows are changed or removed by few statements, each as was said of it. */
public interface BulkChangeContract extends BulkWritesContract {

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
}
