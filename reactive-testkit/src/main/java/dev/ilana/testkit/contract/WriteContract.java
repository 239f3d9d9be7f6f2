package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.MassAssignmentException;
import dev.ilana.error.NotNullViolationException;
import dev.ilana.error.TooManyBindingsException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.error.UnconditionalWriteException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.query.Expr;
import dev.ilana.query.Row;
import dev.ilana.testkit.contract.blog.Comment;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.Role;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a write says is what the rows are after it, by a table's name and by its models. */
public interface WriteContract extends BlogContract {

    private static Map<String, Object> row(String name, @Nullable Integer age) {
        Map<String, Object> row = new HashMap<>();
        row.put("name", name);
        row.put("email", name.toLowerCase(Locale.ROOT) + "@example.org");
        row.put("age", age);
        row.put("kind", "MEMBER");
        return row;
    }

    private static List<String> ages(Runner run) {
        return run.list(DB.table("users").orderBy("name").get()).stream()
                .map(row -> row.get("name") + " " + row.get("age"))
                .toList();
    }

    // Insert

    @Test
    @Feature("9.2")
    default void rowsAreAddedOneOrMany(Runner run) {
        assertThat(run.get(DB.table("users").insert(row("Ada", 36)))).isEqualTo(1);
        assertThat(run.get(DB.table("users").insert(List.of(row("Bob", null), row("Cy", 64), row("Di", null)))))
                .isEqualTo(3);
        assertThat(run.get(DB.table("users").insert(List.of()))).isZero();

        assertThat(run.statements()).hasSize(2);
        assertThat(ages(run)).containsExactly("Ada 36", "Bob null", "Cy 64", "Di null");
    }

    @Test
    @Feature("9.2")
    default void aKeyThatTheDatabaseMadeIsAnswered(Runner run) {
        long first = run.get(DB.table("roles").insertGetId(Map.of("name", "author")));
        long second = run.get(DB.table("roles").insertGetId(Map.of("name", "editor"), "id"));

        assertThat(second).isGreaterThan(first);
        assertThat(run.get(DB.table("roles").where("id", second).value("name"))).isEqualTo("editor");

        long third = run.get(Role.ROLES.insertGetId(Map.of("name", "reader")));
        assertThat(run.get(Role.ROLES.findOrFail(third)).get(Role.NAME)).isEqualTo("reader");
        assertThat(run.error(USERS.insertGetId(Map.of("kind", "ADMIN")))).isInstanceOf(MassAssignmentException.class);
    }

    @Test
    @Feature("9.2")
    default void rowsThatAQueryFindsAreAdded(Runner run) {
        run.get(DB.table("users").insert(List.of(row("Ada", 36), row("Bob", 17), row("Cy", 64))));

        assertThat(run.get(DB.table("roles")
                        .insertUsing(
                                List.of("name"),
                                DB.table("users").select("name").where("age", ">", 20))))
                .isEqualTo(2);
        assertThat(run.get(DB.table("roles")
                        .insertUsing(
                                List.of("name"),
                                DB.table("users").select("email").where("age", 17))))
                .isEqualTo(1);
        assertThat(run.list(DB.table("roles").orderBy("name").pluck("name")))
                .containsExactlyInAnyOrder("Ada", "Cy", "bob@example.org");
        assertThatThrownBy(() -> DB.table("roles")
                        .insertUsing(List.of(), DB.table("users").select("name")))
                .isInstanceOf(InvalidUsageException.class);
    }

    @Test
    @Feature("9.2")
    default void rowsWhoseKeyIsTakenAreLeftOut(Runner run) {
        run.get(DB.table("users").insert(row("Ada", 36)));

        run.get(DB.table("users").insertOrIgnore(List.of(row("Ada", 1), row("Bob", 17), row("Cy", null))));
        run.get(USERS.insertOrIgnore(
                List.of(User.named("Ada").age(2), User.named("Di").age(40))));
        run.get(USERS.insertOrIgnore(List.of(
                Map.of("name", "Ada", "email", "ADA@example.org", "age", 3),
                Map.of("name", "Eve", "email", "EVE@example.org"))));

        assertThat(ages(run)).containsExactly("Ada 36", "Bob 17", "Cy null", "Di 40", "Eve null");
        assertThat(run.get(USERS.where(NAME.eq("Eve")).firstOrFail()).get(User.EMAIL))
                .as("mutated")
                .isEqualTo("eve@example.org");
        assertThat(run.get(DB.table("users").insertOrIgnore(List.of()))).isZero();
    }

    @Test
    @Feature("9.2")
    default void onlyATakenKeyIsIgnored(Runner run) {
        Map<String, Object> nameless = row("x", 1);
        nameless.put("name", null);

        assertThat(run.error(DB.table("users").insertOrIgnore(List.of(nameless))))
                .isInstanceOf(NotNullViolationException.class);
    }

    @Test
    @Feature("9.2")
    default void anUpsertAddsOrChanges(Runner run) {
        run.get(DB.table("users").insert(List.of(row("Ada", 36), row("Bob", 17))));

        run.get(DB.table("users")
                .upsert(List.of(row("Ada", 37), row("Cy", null), row("Bob", null)), List.of("email"), List.of("age")));
        assertThat(ages(run)).containsExactly("Ada 37", "Bob null", "Cy null");

        run.get(DB.table("users").upsert(List.of(row("Ada", 1), row("Di", 2)), List.of("email"), List.of()));
        assertThat(ages(run)).containsExactly("Ada 37", "Bob null", "Cy null", "Di 2");

        assertThat(run.get(DB.table("users").upsert(List.of(), List.of("email"), List.of("age"))))
                .isZero();
    }

    @Test
    @Feature("9.2")
    default void modelsAreUpsertedWithTheirTimesAndCasts(Runner run) {
        User ada = run.get(User.named("Ada").age(36).save());
        Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
        run.get(USERS.where(NAME.eq("Ada"))
                .update(USERS.createdAt().to(longAgo), USERS.updatedAt().to(longAgo)));

        run.get(USERS.upsert(
                List.of(
                        User.named("Ada").age(37).set(User.PREFS, new User.Prefs("dark", 9)),
                        User.named("Bob").age(17).set(User.KIND, User.Kind.ADMIN)),
                List.of(User.EMAIL),
                List.of(AGE)));
        run.get(USERS.upsert(
                List.of(Map.of("name", "Ada L.", "email", "ADA@EXAMPLE.ORG")), List.of("email"), List.of("name")));

        run.get(ada.refresh());
        assertThat(ada.name()).isEqualTo("Ada L.");
        assertThat(ada.get(AGE)).isEqualTo(37);
        assertThat(ada.get(User.PREFS)).as("not among those to change").isNull();
        assertThat(ada.get(USERS.createdAt())).isEqualTo(longAgo);
        assertThat(ada.get(USERS.updatedAt())).isAfter(longAgo);
        User bob = run.get(USERS.where(NAME.eq("Bob")).firstOrFail());
        assertThat(bob.get(User.KIND)).isEqualTo(User.Kind.ADMIN);
        assertThat(bob.get(USERS.createdAt())).isAfter(longAgo);
    }

    @Test
    @Feature("9.2")
    default void anUpsertThatCanNotBeMeantIsRefused(Runner run) {
        assertThatThrownBy(() -> DB.table("users").upsert(List.of(row("Ada", 1)), List.of(), List.of("age")))
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> DB.table("users").upsert(List.of(row("Ada", 1)), List.of("id"), List.of("age")))
                .isInstanceOf(UnknownColumnException.class);
        assertThatThrownBy(() -> DB.table("users").upsert(List.of(row("Ada", 1)), List.of("email"), List.of("aeg")))
                .isInstanceOf(UnknownColumnException.class)
                .hasMessageContaining("age");
        assertThatThrownBy(() -> DB.table("users")
                        .upsert(List.of(row("Ada", 1), row("Ada", 2)), List.of("email"), List.of("age")))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(
                        USERS.upsert(List.of(User.named("Ada"), User.named("Ada")), List.of(User.EMAIL), List.of(AGE))))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(USERS.upsert(List.of(Map.of("kind", "ADMIN")), List.of("email"), List.of("name"))))
                .isInstanceOf(MassAssignmentException.class);
        assertThatThrownBy(() -> USERS.upsert(List.of(Map.of("name", "x")), List.of("e_mail"), List.of("name")))
                .isInstanceOf(UnknownColumnException.class);
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("9.2")
    default void updateOrInsertDoesTheOneOrTheOther(Runner run) {
        run.get(DB.table("roles").updateOrInsert(Map.of("name", "author"), Map.of()));
        run.get(DB.table("roles").updateOrInsert(Map.of("name", "author"), Map.of()));
        run.get(DB.table("roles").updateOrInsert(Map.of("name", "author"), Map.of("name", "writer")));

        assertThat(run.list(DB.table("roles").pluck("name"))).containsExactly("writer");
    }

    @Test
    @Feature("9.2")
    default void rowsWithDifferentColumnsAreNoOneWrite(Runner run) {
        assertThatThrownBy(() -> DB.table("roles").insert(List.of(Map.of("name", "a"), Map.of("id", 1))))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("[name]")
                .hasMessageContaining("[id]");
        assertThatThrownBy(() -> DB.table("roles").insert(List.of(Map.of(), Map.of())))
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> DB.table("roles").insert(Map.of("name", List.of("a"))))
                .isInstanceOf(TypeMismatchException.class);
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("9.2")
    default void numbersOfSeveralWidthsGoTogether(Runner run) {
        run.get(DB.table("users")
                .insert(List.of(
                        with(row("Ada", 1), "age", (short) 1),
                        with(row("Bob", 1), "age", 2),
                        with(row("Cy", 1), "age", 3L))));

        assertThat(ages(run)).containsExactly("Ada 1", "Bob 2", "Cy 3");
    }

    private static Map<String, Object> with(Map<String, Object> row, String column, Object value) {
        row.put(column, value);
        return row;
    }

    // Update

    @Test
    @Feature("9.2")
    default void anUpdateSetsValuesExpressionsAndSubQueries(Runner run) {
        run.get(DB.table("users").insert(List.of(row("Ada", 36), row("Bob", 17), row("Cy", null))));

        assertThat(run.get(DB.table("users")
                        .where("age", ">", 20)
                        .update(Map.of("age", Expr.column("age").plus(10)))))
                .isEqualTo(1);
        assertThat(run.get(DB.table("users").where("name", "Bob").update(Collections.singletonMap("age", null))))
                .isEqualTo(1);
        assertThat(ages(run)).containsExactly("Ada 46", "Bob null", "Cy null");

        run.get(DB.table("roles").insert(Map.of("name", "none")));
        run.get(DB.table("roles")
                .everything()
                .update(Map.of("name", DB.table("users").select("name").where("age", 46))));
        assertThat(run.list(DB.table("roles").pluck("name"))).containsExactly("Ada");
    }

    @Test
    @Feature("9.2")
    default void aColumnIsCountedUpAndDownInTheDatabase(Runner run) {
        run.get(DB.table("users").insert(List.of(row("Ada", 36), row("Bob", 17), row("Cy", null))));

        assertThat(run.get(DB.table("users").where("name", "Ada").increment("age")))
                .isEqualTo(1);
        run.get(DB.table("users").everything().increment("age", 10));
        run.get(DB.table("users").where("name", "Bob").decrement("age"));
        run.get(DB.table("users").where("name", "Bob").decrement("age", 6));
        assertThat(ages(run)).containsExactly("Ada 47", "Bob 20", "Cy null");

        run.get(USERS.where(NAME.eq("Ada")).increment(AGE, 3));
        run.get(USERS.where(NAME.eq("Ada")).decrement(AGE, 20));
        assertThat(ages(run)).containsExactly("Ada 30", "Bob 20", "Cy null");
        assertThatThrownBy(() -> DB.table("users").increment("age")).isInstanceOf(UnconditionalWriteException.class);
    }

    @Test
    @Feature("9.2")
    default void aModelsUpdateTakesExpressionsAndKeepsTheTime(Runner run) {
        run.get(User.named("Ada").age(36).save());
        Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
        run.get(USERS.query().everything().update(USERS.updatedAt().to(longAgo)));

        run.get(USERS.where(NAME.eq("Ada")).update(AGE.to(AGE.plus(1)), NAME.to("Ada L.")));

        User ada = run.get(USERS.query().firstOrFail());
        assertThat(ada.get(AGE)).isEqualTo(37);
        assertThat(ada.name()).isEqualTo("Ada L.");
        assertThat(ada.get(USERS.updatedAt())).isAfter(longAgo);
    }

    // Joins and limits

    private static void posts(Runner run) {
        List<User> users = run.list(USERS.insertMany(Flux.just(
                User.named("Ada").age(36),
                User.named("Bob").age(17),
                User.named("Cy").age(64))));
        for (User user : users) {
            for (int i = 1; i <= 3; i++) {
                run.get(Post.by(user, user.name() + i).views(i).save());
            }
        }
        run.forgetStatements();
    }

    private static List<String> titles(Runner run) {
        return run.list(DB.table("posts").orderBy("title").get()).stream()
                .map(row -> row.get("title") + " " + row.get("views"))
                .toList();
    }

    @Test
    @Feature("9.2")
    default void aWriteMayBeLimitedToTheFirstRows(Runner run) {
        posts(run);

        assertThat(run.get(DB.table("posts").orderByDesc("title").limit(2).delete()))
                .isEqualTo(2);
        assertThat(run.get(DB.table("posts")
                        .where("views", ">", 1)
                        .orderBy("title")
                        .limit(2)
                        .update(Map.of("views", 9))))
                .isEqualTo(2);
        assertThat(run.get(Post.POSTS.query().orderBy(Post.TITLE).limit(1).delete()))
                .isEqualTo(1);

        assertThat(titles(run)).containsExactly("Ada2 9", "Ada3 9", "Bob1 1", "Bob2 2", "Bob3 3", "Cy1 1");
        assertThat(run.statements()).hasSize(4);
    }

    @Test
    @Feature("9.2")
    default void aWriteMayChooseItsRowsByAJoin(Runner run) {
        posts(run);

        assertThat(run.get(DB.table("posts")
                        .join("users", "users.id", "=", "posts.user_id")
                        .where("users.name", "Ada")
                        .where("posts.views", ">", 1)
                        .update(Map.of("views", Expr.column("posts.views").plus(100)))))
                .isEqualTo(2);
        assertThat(run.get(DB.table("posts")
                        .join("users", "users.id", "=", "posts.user_id")
                        .where("users.age", "<", 18)
                        .delete()))
                .isEqualTo(3);
        assertThat(run.get(Post.POSTS
                        .query()
                        .join("users", "users.id", "=", "posts.user_id")
                        .where("users.name", "Cy")
                        .delete()))
                .isEqualTo(3);

        assertThat(titles(run)).containsExactly("Ada1 1", "Ada2 102", "Ada3 103");
        assertThat(run.get(DB.table("users").count())).isEqualTo(3);
        assertThatThrownBy(() -> DB.table("posts")
                        .join("users", "users.id", "=", "posts.user_id")
                        .limit(1)
                        .delete())
                .isInstanceOf(InvalidUsageException.class);
    }

    // Without a condition

    @Test
    @Feature("9.2")
    default void aWriteOfEveryRowNeedsTheWord(Runner run) {
        posts(run);

        assertThatThrownBy(() -> DB.table("posts").delete()).isInstanceOf(UnconditionalWriteException.class);
        assertThatThrownBy(() -> DB.table("posts").update(Map.of("views", 1)))
                .isInstanceOf(UnconditionalWriteException.class);
        assertThatThrownBy(() -> Post.POSTS.query().update(Post.VIEWS.to(1)))
                .isInstanceOf(UnconditionalWriteException.class);
        assertThatThrownBy(() -> Post.POSTS.query().delete()).isInstanceOf(UnconditionalWriteException.class);
        assertThat(run.statements()).isEmpty();

        assertThat(run.get(DB.table("posts").everything().update(Map.of("views", 1))))
                .isEqualTo(9);
        assertThat(run.get(Post.POSTS.query().everything().delete())).isEqualTo(9);
    }

    @Test
    @Feature("9.2")
    default void aTableIsEmptiedAtOnceAndItsKeysBeginAnew(Runner run) {
        posts(run);
        run.list(Comment.COMMENTS.insertMany(
                Flux.fromIterable(run.list(Post.POSTS.all())).map(post -> Comment.on(post, "of " + post.title()))));

        run.value(DB.table("comments").truncate());

        assertThat(run.get(Comment.COMMENTS.count())).isZero();
        Post post = run.get(Post.POSTS.query().firstOrFail());
        Comment first = run.get(Comment.on(post, "first").save());
        assertThat(first.get(Comment.ID)).isEqualTo(1L);
        run.value(Comment.COMMENTS.truncate());
        assertThat(run.get(Comment.COMMENTS.count())).isZero();
    }

    @Test
    @Feature("9.2")
    default void aTransactionThatCouldNotTakeItBackRefusesToTruncate(Runner run) {
        posts(run);
        run.list(Comment.COMMENTS.insertMany(
                Flux.fromIterable(run.list(Post.POSTS.all())).map(post -> Comment.on(post, "of " + post.title()))));
        boolean takesBack = run.database().dialect().supports(Capability.TRANSACTIONAL_DDL);

        Throwable refused = run.error(DB.transaction(
                () -> DB.table("comments").truncate().then(Mono.error(new IllegalStateException("taken back")))));

        assertThat(refused).isInstanceOf(takesBack ? IllegalStateException.class : InvalidUsageException.class);
        assertThat(run.get(Comment.COMMENTS.count())).isEqualTo(9);
    }

    // What is refused by the database

    @Test
    @Feature("9.2")
    default void oneRowThatIsRefusedUndoesItsStatement(Runner run) {
        run.get(DB.table("users").insert(row("Ada", 36)));

        assertThat(run.error(DB.table("users").insert(List.of(row("Bob", 1), row("Ada", 2), row("Cy", 3)))))
                .isInstanceOf(UniqueViolationException.class);

        assertThat(ages(run)).containsExactly("Ada 36");
    }

    @Test
    @Feature("9.2")
    default void oneInsertOfMoreThanTheDatabaseTakesIsRefusedWhole(Runner run) {
        List<Map<String, String>> rows = Collections.nCopies(110_000, Map.of("name", "author"));

        long added = run.get(
                DB.table("roles").insert(rows).onErrorResume(TooManyBindingsException.class, tooMany -> Mono.just(0L)));

        assertThat(added).isIn(0L, 110_000L);
        assertThat(run.get(DB.table("roles").count())).isEqualTo(added);
    }

    @Test
    @Feature("9.2")
    default void hostileTextIsOnlyData(Runner run) {
        List<String> hostile = List.of(
                "'; drop table roles; --",
                "\\'; drop table roles; --",
                "{a,\"b\",NULL}",
                "NULL",
                "null",
                "\\\\",
                "\"",
                "\\\"",
                ",",
                "{}",
                "",
                " ",
                "line\nline\r\tend",
                "$1 ? :x ?x @p",
                "🌙👩‍👩‍👧 ìlànà");
        run.get(DB.table("roles")
                .insert(hostile.stream().map(name -> Map.of("name", name)).toList()));
        assertThat(run.list(DB.table("roles").orderBy("id").pluck("name"))).containsExactlyElementsOf(hostile);

        List<Row> rows = run.list(DB.table("roles").orderBy("id").get());
        run.get(DB.table("roles")
                .bulkUpdate(
                        rows.stream()
                                .map(row -> Map.of(
                                        "id",
                                        Objects.requireNonNull(row.get("id")),
                                        "name",
                                        row.get("name") + "\\\"',{}"))
                                .toList(),
                        List.of("id")));
        assertThat(run.list(DB.table("roles").orderBy("id").pluck("name")))
                .containsExactlyElementsOf(
                        hostile.stream().map(name -> name + "\\\"',{}").toList());
    }
}
