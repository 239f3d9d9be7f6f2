package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.User.AGE;
import static dev.ilana.testkit.docs.User.EMAIL;
import static dev.ilana.testkit.docs.User.ID;
import static dev.ilana.testkit.docs.User.KIND;
import static dev.ilana.testkit.docs.User.NAME;
import static dev.ilana.testkit.docs.User.PREFS;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.query.Expr;
import dev.ilana.query.Row;
import dev.ilana.sql.Sql;
import dev.ilana.testkit.docs.User.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of the conditions in {@code docs/queries.md}. */
class ConditionsTest extends PageTest {

    /** Ada with two posts, Alan with one, Grace with none and nothing known of her age. */
    @BeforeEach
    void writers() {
        User ada = stored("Ada", 36);
        User alan = stored("Alan", 12);
        User grace = stored("Grace", 70);
        run(grace.set(AGE, null)
                .set(KIND, Kind.ADMIN)
                .set(PREFS, new User.Prefs("dark", 18))
                .save());
        run(ada.posts().create(Map.of("title", "Engines", "views", 30)));
        run(ada.posts().create(Map.of("title", "Notes", "views", 10)));
        run(alan.posts().create(Map.of("title", "Machines", "views", 20)));
    }

    private List<String> names(Flux<? extends Model<?>> models) {
        return list(models.map(model -> String.valueOf(model.getAttribute("name")))).stream()
                .sorted()
                .toList();
    }

    @Test
    void groups() {
        // tag::groups
        Flux<User> typed =
                USERS.where(KIND.eq(Kind.ADMIN).or(AGE.ge(18).and(AGE.lt(65)))).get();

        Flux<User> named = USERS.where("kind", "ADMIN")
                .orWhere(both -> both.where("age", ">=", 18).where("age", "<", 65))
                .get();

        Flux<User> others =
                USERS.where(KIND.eq(Kind.ADMIN).or(AGE.isNull()).not()).get();
        Flux<User> othersByName = USERS.query()
                .whereNot(either -> either.where("kind", "ADMIN").orWhereNull("age"))
                .get();
        // end::groups

        assertThat(names(typed)).containsExactly("Ada", "Grace");
        assertThat(names(named)).containsExactly("Ada", "Grace");
        assertThat(names(others)).containsExactly("Ada", "Alan");
        assertThat(names(othersByName)).containsExactly("Ada", "Alan");
        assertThat(names(USERS.where(AGE.lt(18).not()).get()))
                .as("null is neither")
                .containsExactly("Ada");
    }

    @Test
    void lists() {
        List<Integer> ids = List.of(1, 2);

        // tag::lists
        Flux<User> some =
                USERS.where(NAME.in("Ada", "Alan").and(AGE.between(18, 65))).get();
        Flux<User> byId = USERS.whereIn("id", ids).get(); // any number of them
        Flux<User> others = USERS.where(NAME.notIn(List.of("Eve"))).get();
        Flux<User> known = USERS.where(AGE.isNotNull()).get(); // and whereNull, whereNotNull
        // end::lists

        assertThat(names(some)).containsExactly("Ada");
        assertThat(names(byId)).containsExactly("Ada", "Alan");
        assertThat(names(others)).containsExactly("Ada", "Alan", "Grace");
        assertThat(names(known)).containsExactly("Ada", "Alan");
        assertThat(list(DB.table("users").whereIn("id", List.of(1L, 2)).get())).hasSize(2);
        assertThatThrownBy(() -> DB.table("users").whereIn("id", List.of(1, "2")))
                .isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> DB.table("users").whereIn("id", Arrays.asList(1, null)))
                .isInstanceOf(NullNotAllowedException.class);
    }

    @Test
    void columns() {
        // tag::columns
        Flux<User> changed =
                USERS.query().whereColumn("updated_at", ">", "created_at").get();
        Flux<User> longNames = USERS.where(NAME.length().ge(AGE.minus(8))).get(); // a column, or what is made of it
        Flux<Row> byExpression = DB.table("users")
                .where(Expr.lower("email"), "=", "ada@example.org")
                .get();
        Flux<Row> after = DB.table("posts") // as one value: a later view count, or the same and a later id
                .whereRow(List.of("views", "id"), ">", List.of(20, 1))
                .get();
        Flux<Row> between =
                DB.table("posts").whereBetweenColumns("id", "user_id", "views").get();
        // end::columns

        assertThat(list(changed)).hasSizeLessThanOrEqualTo(3);
        assertThat(names(longNames)).containsExactly("Alan");
        assertThat(list(byExpression)).hasSize(1);
        assertThat(list(after)).extracting(row -> row.get("title")).containsExactly("Engines", "Machines");
        assertThat(list(between)).hasSize(3);
    }

    @Test
    void anyOrAll() {
        String typed = "%ada%";

        // tag::anyOrAll
        Flux<User> found =
                USERS.query().whereAny(List.of("name", "email"), "ilike", typed).get();
        Flux<User> complete =
                USERS.query().whereAll(List.of("name", "email"), "<>", "").get();
        Flux<User> without = USERS.query()
                .whereNone(List.of("name", "email"), "ilike", typed)
                .get();
        // end::anyOrAll

        assertThat(names(found)).containsExactly("Ada");
        assertThat(names(complete)).hasSize(3);
        assertThat(names(without)).containsExactly("Alan", "Grace");
    }

    @Test
    void like() {
        // tag::like
        Flux<User> starting = USERS.where(NAME.like("A%")).get();
        Flux<User> anyCase = USERS.where(EMAIL.ilike("%EXAMPLE.org")).get();
        Flux<User> byName = USERS.whereLike("name", "A_a").get(); // "_" is any one character
        Flux<User> others = USERS.where(NAME.notLike("A%")).get();
        // end::like

        assertThat(names(starting)).containsExactly("Ada", "Alan");
        assertThat(names(anyCase)).hasSize(3);
        assertThat(names(byName)).containsExactly("Ada");
        assertThat(names(others)).containsExactly("Grace");
    }

    @Test
    void json() {
        // tag::json
        Flux<User> dark = USERS.where("prefs->theme", "dark").get();
        Flux<User> large =
                USERS.where(PREFS.path(Integer.class, "fontSize").gt(14)).get(); // as a number
        Flux<User> both = USERS.query()
                .whereJsonContains("prefs", Map.of("theme", "dark", "fontSize", 18))
                .get();
        Flux<User> themed = USERS.where(PREFS.containsKey("theme")).get();
        Flux<Row> tagged =
                DB.table("users").whereJsonLength("prefs->tags", ">=", 2).get();
        Flux<String> themes = USERS.orderBy(NAME).pluck(PREFS.path("theme"));
        // end::json

        assertThat(names(dark)).containsExactly("Grace");
        assertThat(names(large)).containsExactly("Grace");
        assertThat(names(both)).containsExactly("Grace");
        assertThat(names(themed)).hasSize(3);
        assertThat(list(tagged)).isEmpty();
        assertThat(list(themes)).containsExactly("light", "light", "dark");
    }

    @Test
    void dates() {
        run(DB.table("users").where("name", "Ada").update(Map.of("created_at", Instant.parse("2024-02-29T23:30:00Z"))));

        // tag::dates
        Flux<User> thatDay =
                USERS.query().whereDate("created_at", LocalDate.of(2024, 2, 29)).get();
        Flux<User> inTheMorning =
                USERS.query().whereTime("created_at", "<", LocalTime.NOON).get();
        Flux<User> before = USERS.query()
                .whereYear("created_at", "<=", 2024)
                .whereMonth("created_at", 2)
                .get();
        Flux<User> typed = USERS.where(USERS.createdAt().date().between(LocalDate.EPOCH, LocalDate.of(2024, 12, 31)))
                .get();
        // end::dates

        assertThat(names(thatDay)).containsExactly("Ada");
        assertThat(names(inTheMorning)).doesNotContain("Ada");
        assertThat(names(before)).containsExactly("Ada");
        assertThat(names(typed)).containsExactly("Ada");
    }

    @Test
    void zones() {
        // tag::zones
        Database lagos = Database.connect("h2:mem:lagos?options=TIME%20ZONE=Africa/Lagos");
        // end::zones

        LocalDate day = lagos.executor()
                .list(
                        Sql.of("select cast(timestamp with time zone '2024-02-29 23:30:00Z' as date)"),
                        (row, metadata) -> row.get(0, LocalDate.class))
                .map(days -> days.get(0))
                .block();
        assertThat(day).isEqualTo(LocalDate.of(2024, 3, 1));
        lagos.close().block();
    }

    @Test
    void exists() {
        // tag::exists
        Flux<User> popular = USERS.whereHas(User.POSTS, posts -> posts.where(Post.VIEWS.gt(20)))
                .get();
        Flux<User> writers = USERS.whereExists(
                        Post.POSTS.where(Post.USER_ID.eqOuter(ID)).select(Post.ID))
                .get();
        Flux<Row> readers = DB.table("users")
                .whereNotExists(DB.table("posts").whereColumn("posts.user_id", "users.id"))
                .get();

        Flux<User> wellRead = USERS.where(
                        ID.in(Post.POSTS.where(Post.VIEWS.ge(20)).select(Post.USER_ID)))
                .get();
        Flux<User> aboveAverage =
                USERS.where("age", ">", USERS.select(AGE.avg())).get();
        // end::exists

        assertThat(names(popular)).containsExactly("Ada");
        assertThat(names(writers)).containsExactly("Ada", "Alan");
        assertThat(list(readers)).extracting(row -> row.get("name")).containsExactly("Grace");
        assertThat(names(wellRead)).containsExactly("Ada", "Alan");
        assertThat(names(aboveAverage)).containsExactly("Ada");
    }

    // tag::search
    Flux<User> search(@Nullable String name, boolean byAge, boolean everybody) {
        return USERS.query()
                .when(name, (users, given) -> users.where(NAME.like(given + "%"))) // when it is not null
                .when(byAge, users -> users.orderByDesc(AGE), users -> users.orderBy(NAME))
                .unless(everybody, users -> users.whereNotNull(AGE))
                .tap(ConditionsTest::firstPage)
                .get();
    }

    private static ModelQuery<User> firstPage(ModelQuery<User> users) {
        return users.forPage(1, 20);
    }
    // end::search

    @Test
    void searches() {
        assertThat(list(search("A", true, false))).extracting(User::name).containsExactly("Ada", "Alan");
        assertThat(list(search(null, false, true))).extracting(User::name).containsExactly("Ada", "Alan", "Grace");
        assertThat(list(search("Gr", false, false))).isEmpty();
    }

    @Test
    void raw() {
        // tag::raw
        Flux<User> even = USERS.whereRaw("mod(age, ?) = 0", 2).get();
        // end::raw

        assertThat(names(even)).containsExactly("Ada", "Alan");
    }

    @Test
    void sums() {
        // tag::sums
        Mono<Long> views = Post.POSTS.sum(Post.VIEWS, Long.class); // an error where it does not fit
        Flux<Long> ofEach = Post.POSTS
                .groupBy(Post.USER_ID)
                .select(Post.VIEWS.sum(Long.class))
                .get();
        Mono<Double> rough = Post.POSTS.sum(Post.VIEWS, Double.class); // the nearest
        // end::sums

        assertThat(run(views)).isEqualTo(60L);
        assertThat(list(ofEach)).containsExactlyInAnyOrder(40L, 20L);
        assertThat(run(rough)).isEqualTo(60.0);
    }
}
