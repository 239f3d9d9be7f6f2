package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.InvalidOperatorException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.query.Expr;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows come in the order that was asked for, and as many. */
public interface OrderContract extends WritersContract {

    private static List<String> names(Runner run, dev.ilana.model.ModelQuery<User> query) {
        return run.list(query.get()).stream().map(User::name).toList();
    }

    @Test
    @Feature("8.4")
    default void nullsGoWhereTheyAreTold(Runner run) {
        assertThat(names(run, USERS.orderBy(AGE.asc().nullsFirst()))).containsExactly("Di", "Bob", "Ada", "Cy");
        assertThat(names(run, USERS.orderBy(AGE.asc().nullsLast()))).containsExactly("Bob", "Ada", "Cy", "Di");
        assertThat(names(run, USERS.orderBy(AGE.desc().nullsFirst()))).containsExactly("Di", "Cy", "Ada", "Bob");
        assertThat(names(run, USERS.query().orderBy("age", "desc", "last"))).containsExactly("Cy", "Ada", "Bob", "Di");
        assertThat(names(run, USERS.query().orderBy("age", "ASC", "First"))).containsExactly("Di", "Bob", "Ada", "Cy");
        assertThat(run.list(
                        DB.table("users").orderBy("age", "asc", "last").limit(1).pluck("name")))
                .containsExactly("Bob");
    }

    @Test
    @Feature("8.4")
    default void anExpressionIsAnOrderToo(Runner run) {
        assertThat(names(run, USERS.whereNotNull("age").orderByDesc(AGE.times(-1))))
                .containsExactly("Bob", "Ada", "Cy");
        assertThat(names(run, USERS.query().orderBy(NAME.length()).orderByDesc(NAME)))
                .containsExactly("Di", "Cy", "Bob", "Ada");
        assertThat(names(run, USERS.query().orderByRaw("case when name = ? then 0 else 1 end, name desc", "Bob")))
                .containsExactly("Bob", "Di", "Cy", "Ada");
        assertThat(run.list(DB.table("users").orderByDesc(Expr.lower("name")).pluck("name")))
                .containsExactly("Di", "Cy", "Bob", "Ada");
    }

    @Test
    @Feature("8.4")
    default void theNewestAndTheOldestGoByTheTimeOfCreation(Runner run) {
        run.get(DB.table("users").where("name", "Bob").update(java.util.Map.of("created_at", java.time.Instant.EPOCH)));

        assertThat(names(run, USERS.oldest().limit(1))).containsExactly("Bob");
        assertThat(run.get(DB.table("users").oldest().value("name", String.class)))
                .isEqualTo("Bob");
        assertThat(names(run, USERS.latest().orderBy(NAME)).get(3)).isEqualTo("Bob");
        assertThat(names(run, USERS.query().oldest("name"))).containsExactly("Ada", "Bob", "Cy", "Di");
        assertThat(names(run, USERS.query().latest("name"))).containsExactly("Di", "Cy", "Bob", "Ada");
        assertThat(run.get(DB.table("users").latest().orderBy("name").value("name", String.class)))
                .isNotEqualTo("Bob");
    }

    @Test
    @Feature("8.4")
    default void aRandomOrderIsNotTheSameTwice(Runner run) {
        run.get(DB.table("roles")
                .insert(java.util.stream.IntStream.range(0, 40)
                        .mapToObj(i -> java.util.Map.of("name", "r" + i))
                        .toList()));
        List<Object> once = run.list(DB.table("roles").inRandomOrder().pluck("id"));

        assertThat(new HashSet<>(once)).hasSize(40);
        assertThat(run.list(DB.table("roles").inRandomOrder().pluck("id"))).isNotEqualTo(once);
        assertThat(run.list(USERS.inRandomOrder().limit(2).get())).hasSize(2);
    }

    @Test
    @Feature("8.4")
    default void reorderForgetsTheOrderBefore(Runner run) {
        assertThat(names(run, USERS.orderBy(NAME).reorder("age", "desc").whereNotNull(AGE)))
                .containsExactly("Cy", "Ada", "Bob");
        assertThat(names(run, USERS.orderBy(AGE).reorder().orderByDesc("name")))
                .containsExactly("Di", "Cy", "Bob", "Ada");
    }

    @Test
    @Feature("8.5")
    default void takeAndSkipAreLimitAndOffset(Runner run) {
        assertThat(names(run, USERS.orderBy(NAME).take(2).skip(1))).containsExactly("Bob", "Cy");
        assertThat(names(run, USERS.orderBy(NAME).skip(3))).containsExactly("Di");
        assertThat(names(run, USERS.orderBy(NAME).limit(0))).isEmpty();
        assertThat(run.list(DB.table("users").orderBy("name").forPage(2, 3).pluck("name")))
                .containsExactly("Di");
    }

    @Test
    @Feature({"8.5", "11.1"})
    default void aLimitForEachParentHoldsWithWhatIsAddedAndSorted(Runner run) {
        var users = run.list(USERS.with(
                        POSTS,
                        posts -> posts.addSelect(Post.VIEWS.plus(1).as("more"))
                                .orderBy(Post.VIEWS.times(-1))
                                .orderBy(Post.TITLE)
                                .offset(1)
                                .limit(1))
                .orderBy(NAME)
                .get());

        assertThat(users)
                .extracting(user -> user.get(POSTS).stream().map(Post::title).toList())
                .containsExactly(List.of("A1"), List.of("B2"), List.of(), List.of());
        assertThat(users.get(0).get(POSTS).get(0).getAttribute("more", Integer.class))
                .isEqualTo(11);
        assertThat(run.list(USERS.with(POSTS, posts -> posts.inRandomOrder().limit(1))
                        .get()))
                .extracting(user -> user.get(POSTS).size())
                .containsExactlyInAnyOrder(1, 1, 1, 0);
    }

    @Test
    @Feature({"8.4", "8.5"})
    default void badOrdersAndRangesAreRefused(Runner run) {
        assertThatThrownBy(() -> USERS.limit(-1))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("limit must not be negative, but is -1");
        assertThatThrownBy(() -> USERS.offset(-1)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.forPage(2, -1)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.forPage(Long.MAX_VALUE, 100)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.orderBy("name", "up")).isInstanceOf(InvalidOperatorException.class);
        assertThatThrownBy(() -> USERS.query().orderBy("name", "asc", "middle"))
                .isInstanceOf(InvalidOperatorException.class);
        assertThatThrownBy(() -> DB.table("users").orderByRaw("case ? end")).isInstanceOf(InvalidUsageException.class);
        assertThat(run.statements()).isEmpty();
    }
}
