package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.UserRows.ages;
import static dev.ilana.testkit.contract.UserRows.row;
import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnconditionalWriteException;
import dev.ilana.query.Expr;
import dev.ilana.testkit.contract.blog.Comment;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an update or a delete says is what the rows are after it, by a table's name and by its models. */
public interface WriteContract extends BlogContract {

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
}
