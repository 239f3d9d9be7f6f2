package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.User.AGE;
import static dev.ilana.testkit.docs.User.EMAIL;
import static dev.ilana.testkit.docs.User.ID;
import static dev.ilana.testkit.docs.User.KIND;
import static dev.ilana.testkit.docs.User.NAME;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.AttributeNotLoadedException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TransactionRequiredException;
import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import dev.ilana.query.Row;
import dev.ilana.sql.Sql;
import dev.ilana.testkit.docs.User.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of the second half of {@code docs/queries.md}: what gives a query its shape. */
class QueryShapesTest extends PageTest {

    /** Ada with posts of 30 and 10 views, Alan with one of 20, Grace with none. */
    @BeforeEach
    void writers() {
        User ada = stored("Ada", 36);
        User alan = stored("Alan", 12);
        stored("Grace", 70);
        run(ada.posts().create(Map.of("title", "Engines", "views", 30)));
        run(ada.posts().create(Map.of("title", "Notes", "views", 10)));
        run(alan.posts().create(Map.of("title", "Machines", "views", 20)));
    }

    // tag::record
    record UserSummary(String name, String email) {}
    // end::record

    @Test
    void projection() {
        // tag::projection
        Flux<UserSummary> users = USERS.where(AGE.gt(30))
                .orderBy(NAME)
                .select(NAME, EMAIL)
                .as(UserSummary::new)
                .get();

        Flux<String> loud = USERS.orderBy(NAME).select(NAME.upper()).get(); // one field is itself
        Mono<Long> views = Post.POSTS.sum(Post.VIEWS, Long.class);
        // end::projection

        assertThat(list(users)).extracting(UserSummary::name).containsExactly("Ada", "Grace");
        assertThat(list(loud)).containsExactly("ADA", "ALAN", "GRACE");
        assertThat(run(views)).isEqualTo(60L);
    }

    @Test
    void partial() {
        // tag::partial
        Flux<User> named = USERS.select("name").orderBy(NAME).get(); // models with name and key
        Flux<User> ranked = USERS.addSelect(
                        "best", Post.POSTS.where(Post.USER_ID.eqOuter(ID)).select(Post.VIEWS.max()))
                .orderBy("best", "desc", "last") // by what was added
                .get();
        Flux<Integer> best = ranked.mapNotNull(user -> user.getAttribute("best", Integer.class));
        // end::partial

        User ada = list(named).get(0);
        assertThat(ada.name()).isEqualTo("Ada");
        assertThatThrownBy(() -> ada.get(AGE)).isInstanceOf(AttributeNotLoadedException.class);
        assertThat(list(best)).containsExactly(30, 20);
    }

    @Test
    void joins() {
        // tag::joins
        Flux<Row> rows = DB.table("users")
                .join("posts", "posts.user_id", "users.id")
                .leftJoin(
                        "posts as better",
                        on -> on.on("better.user_id", "posts.user_id").on("better.views", ">", "posts.views"))
                .whereNull("better.id")
                .orderBy("users.name")
                .select("users.name", "posts.title as best")
                .get();

        Flux<User> readers = USERS.join("posts", "posts.user_id", "users.id")
                .where("posts.views", ">", 15)
                .distinct()
                .orderBy(NAME)
                .get();
        // end::joins

        assertThat(list(rows)).extracting(row -> row.get("best")).containsExactly("Engines", "Machines");
        assertThat(list(readers)).extracting(User::name).containsExactly("Ada", "Alan");
    }

    @Test
    void subqueries() {
        // tag::subqueries
        Query totals = DB.table("posts")
                .groupBy("user_id")
                .select("user_id")
                .addSelect(Expr.sum("views").as("total"));

        Flux<Row> users = DB.table("users")
                .leftJoinSub(totals, "totals", "totals.user_id", "users.id")
                .select("name", "totals.total")
                .orderBy("name")
                .get();
        Mono<Long> busy = DB.table(totals, "totals").where("total", ">", 20).count();
        Flux<User> writers =
                USERS.whereIn("id", Post.POSTS.select(Post.USER_ID)).get();
        // end::subqueries

        assertThat(list(users)).hasSize(3);
        assertThat(run(busy)).isEqualTo(1);
        assertThat(list(writers)).hasSize(2);
    }

    // tag::groupRecord
    record OfKind(Kind kind, Long people, Integer oldest) {}
    // end::groupRecord

    @Test
    void groups() {
        // tag::groups
        Flux<OfKind> kinds = USERS.groupBy(KIND)
                .having(ID.count().gt(1L))
                .select(KIND, ID.count(), AGE.max())
                .as(OfKind::new)
                .get();

        Flux<Row> byName = DB.table("posts")
                .select("user_id")
                .addSelect(Expr.count().as("posts"))
                .groupBy("user_id")
                .having("posts", ">", 1) // the name of what is selected
                .get();
        // end::groups

        assertThat(list(kinds)).containsExactly(new OfKind(Kind.MEMBER, 3L, 70));
        assertThat(list(byName)).hasSize(1);
    }

    @Test
    void unions() {
        // tag::unions
        Flux<User> ends = USERS.where(AGE.lt(18))
                .union(USERS.where(AGE.gt(65)))
                .orderBy(NAME) // of all
                .limit(10)
                .get();
        // end::unions

        // tag::recursive
        Flux<Integer> numbers = DB.table("numbers")
                .withRecursiveExpression(
                        "numbers",
                        List.of("n"),
                        DB.table("users")
                                .where("name", "Ada")
                                .selectRaw("1")
                                .unionAll(DB.table("numbers").where("n", "<", 5).selectRaw("n + 1")))
                .orderBy("n")
                .pluck("n", Integer.class);
        // end::recursive

        assertThat(list(ends)).extracting(User::name).containsExactly("Alan", "Grace");
        assertThat(list(numbers)).containsExactly(1, 2, 3, 4, 5);
        assertThatThrownBy(() -> USERS.limit(1).union(USERS.query())).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    void windows() {
        // tag::windows
        Flux<String> running = Post.POSTS
                .orderBy(Post.TITLE)
                .select(
                        Post.TITLE,
                        Post.VIEWS
                                .sum(Long.class)
                                .over(w -> w.partitionBy(Post.USER_ID).orderBy(Post.TITLE)),
                        Post.POSTS.rowNumber().over(w -> w.orderByDesc(Post.VIEWS)))
                .as((title, sum, place) -> title + " " + sum + " " + place)
                .get();

        Query placed = DB.table("posts")
                .select("title")
                .addSelect(Expr.rowNumber()
                        .over(w -> w.partitionBy("user_id").orderByDesc("views"))
                        .as("place"));
        Flux<Object> best =
                DB.table(placed, "placed").where("place", 1).orderBy("title").pluck("title");
        // end::windows

        assertThat(list(running)).containsExactly("Engines 30 1", "Machines 20 2", "Notes 40 3");
        assertThat(list(best)).containsExactly("Engines", "Machines");
    }

    @Test
    void locks() {
        // tag::locks
        Mono<Long> older = DB.transaction(() -> USERS.lockForUpdate()
                .findOrFail(1)
                .flatMap(user -> user.age(37).save())
                .then(USERS.where(AGE.eq(37)).count()));

        Mono<User> next = DB.transaction(
                () -> USERS.orderBy(ID).lockForUpdate().skipLocked().first());
        // end::locks

        assertThat(run(older)).isEqualTo(1);
        assertThat(run(next).name()).isEqualTo("Ada");
        assertThatThrownBy(() -> run(USERS.lockForUpdate().first())).isInstanceOf(TransactionRequiredException.class);
    }

    @Test
    void order() {
        // tag::order
        Flux<User> users = USERS.orderBy(AGE.desc().nullsLast())
                .orderBy(NAME.length())
                .take(10)
                .get();
        Mono<User> winner = USERS.inRandomOrder().first();
        // end::order

        assertThat(list(users)).extracting(User::name).containsExactly("Grace", "Ada", "Alan");
        assertThat(run(winner).name()).isNotEmpty();
    }

    @Test
    void looked() {
        // tag::toSql
        Mono<Sql> here = USERS.where(AGE.gt(18)).toSql(); // text() and bindings(), for the database of the chain
        Sql there = DB.table("users").where("age", ">", 18).toSql(Dialects.POSTGRESQL);
        Mono<List<String>> plan = USERS.where(AGE.gt(18)).explain(); // in the database's own words
        // end::toSql

        assertThat(run(here).bindings()).hasSize(1);
        assertThat(there.text()).isEqualTo("select * from \"users\" where \"age\" > $1");
        assertThat(run(plan)).isNotEmpty();
    }
}
