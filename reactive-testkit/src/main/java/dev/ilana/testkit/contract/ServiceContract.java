package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.MassAssignmentException;
import dev.ilana.error.UnconditionalWriteException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.error.UnknownModelException;
import dev.ilana.model.Models;
import dev.ilana.query.Row;
import dev.ilana.service.ModelService;
import dev.ilana.service.RowService;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A service does for one table what a query would, in a call. */
public interface ServiceContract extends BlogContract {

    private static Map<String, Object> person(String name, int age) {
        return Map.of("name", name, "email", name + "@example.org", "age", age);
    }

    private static Object id(Row row) {
        return Objects.requireNonNull(row.get("id"));
    }

    @Test
    @Feature("3.4")
    default void aServiceOfAModelDoesTheEverydayWork(Runner run) {
        ModelService<User> users = DB.service(USERS);
        User ada = run.get(users.create(person("Ada", 36)));
        List<User> others = run.list(users.insert(List.of(person("Bob", 17), person("Cyd", 17))));
        assertThat(others).extracting(User::getKey).doesNotContainNull();
        run.get(ada.posts().create(Map.of("title", "Hello")));

        assertThat(run.get(users.findById(ada.get(User.ID))).name()).isEqualTo("Ada");
        assertThat(run.get(users.findByIdWith(ada.get(User.ID), "posts")).get(User.POSTS))
                .hasSize(1);
        assertThat(run.get(users.findOneWith(Map.of("email", "ada@example.org"), "posts", "profile"))
                        .relationLoaded(User.PROFILE))
                .isTrue();
        assertThat(run.list(users.findAll(Map.of("age", 17)))).hasSize(2);
        assertThat(run.list(users.findAllWith(Map.of("name", List.of("Ada", "Bob")), "posts")))
                .hasSize(2);
        assertThat(run.get(users.update(Map.of("age", 17), Map.of("age", 18)))).isEqualTo(2);
        assertThat(run.get(users.count(Map.of("age", 18)))).isEqualTo(2);
        assertThat(run.get(users.delete(Map.of("name", "Bob")))).isEqualTo(1);
        assertThat(run.list(users.findAll())).hasSize(2);
        assertThat(run.value(users.findOne(Map.of("name", "Bob")))).isNull();
    }

    @Test
    @Feature("3.4")
    default void aServiceOfAModelWritesManyByFewStatements(Runner run) {
        ModelService<User> users = DB.service(USERS);
        assertThat(run.get(users.bulkInsert(List.of(person("Ada", 1), person("Bob", 2), person("Cyd", 3)))))
                .isEqualTo(3);
        List<User> all = run.list(users.findAll());
        all.forEach(user -> user.age(40));
        run.forgetStatements();
        assertThat(run.get(users.bulkUpdate(all))).isEqualTo(3);
        assertThat(run.get(users.bulkDelete(all.stream().map(User::getKey).toList())))
                .isEqualTo(3);
        assertThat(run.statements()).hasSize(2);
    }

    @Test
    @Feature("3.4")
    default void aServiceOfATableDoesTheSameWithRows(Runner run) {
        RowService roles = DB.service("roles");
        Row author = run.get(roles.create(Map.of("name", "author")));
        assertThat(run.get(roles.insert(List.of(Map.of("name", "editor"), Map.of("name", "reader")))))
                .isEqualTo(2);
        assertThat(run.get(roles.findById(id(author))).get("name")).isEqualTo("author");
        assertThat(run.get(roles.findOne(Map.of("name", "editor"))).get("name")).isEqualTo("editor");
        assertThat(run.get(roles.update(Map.of("name", "reader"), Map.of("name", "guest"))))
                .isEqualTo(1);
        assertThat(run.get(roles.count(Map.of("name", List.of("guest", "editor")))))
                .isEqualTo(2);
        assertThat(run.get(roles.bulkInsert(List.of(Map.of("name", "a"), Map.of("name", "b")))))
                .isEqualTo(2);
        List<Row> all = run.list(roles.findAll());
        assertThat(all).hasSize(5);
        assertThat(run.get(roles.bulkUpdate(all.stream()
                        .map(row -> Map.of("id", id(row), "name", "same"))
                        .toList())))
                .isEqualTo(5);
        assertThat(run.list(roles.findAll(Map.of("name", "same")))).hasSize(5);
        assertThat(run.get(
                        roles.bulkDelete(all.stream().map(ServiceContract::id).toList())))
                .isEqualTo(5);
        assertThat(run.get(roles.delete(Map.of("name", "none")))).isZero();
    }

    @Test
    @Feature({"2.10", "3.4"})
    default void aRegisteredModelIsFoundByItsName(Runner run) {
        Models.register(USERS);
        assertThat(DB.model("User").table()).isSameAs(USERS);
        assertThat(Models.get("users")).isSameAs(USERS);
        assertThat(run.get(DB.model("User").create(person("Ada", 36))).getAttribute("name"))
                .isEqualTo("Ada");
        assertThatThrownBy(() -> DB.model("Usr"))
                .isInstanceOf(UnknownModelException.class)
                .hasMessageContaining("did you mean \"User");
    }

    @Test
    @Feature("3.4")
    default void aServiceIsAsStrictAsAQuery(Runner run) {
        ModelService<User> users = DB.service(USERS);
        assertThatThrownBy(() -> users.update(Map.of(), Map.of("age", 1)))
                .isInstanceOf(UnconditionalWriteException.class);
        assertThatThrownBy(() -> users.delete(Map.of())).isInstanceOf(UnconditionalWriteException.class);
        assertThatThrownBy(() -> users.findAll(Map.of("nme", "Ada"))).isInstanceOf(UnknownColumnException.class);
        assertThat(run.error(users.create(Map.of("kind", "ADMIN")))).isInstanceOf(MassAssignmentException.class);
        assertThat(run.statements()).isEmpty();
    }
}
