package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.User.AGE;
import static dev.ilana.testkit.docs.User.EMAIL;
import static dev.ilana.testkit.docs.User.KIND;
import static dev.ilana.testkit.docs.User.NAME;
import static dev.ilana.testkit.docs.User.USERS;
import static dev.ilana.testkit.docs.User.adults;
import static dev.ilana.testkit.docs.User.olderThan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.InvalidOperatorException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.error.UnconditionalWriteException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.model.ModelQuery;
import dev.ilana.query.Expr;
import dev.ilana.query.Page;
import dev.ilana.query.Row;
import dev.ilana.testkit.docs.User.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/queries.md}. */
class QueriesTest extends PageTest {

    @BeforeEach
    void users() {
        stored("Ada", 36);
        stored("Alan", 12);
        stored("Grace", 70);
    }

    @Test
    void immutable() {
        // tag::immutable
        ModelQuery<User> adults = USERS.where(AGE.ge(18));

        Mono<Long> howMany = adults.count();
        Flux<User> oldestFirst = adults.orderByDesc(AGE).get(); // "adults" itself has no order still
        // end::immutable

        assertThat(run(howMany)).isEqualTo(2);
        assertThat(list(oldestFirst)).extracting(User::name).containsExactly("Grace", "Ada");
    }

    @Test
    void typed() {
        // tag::typed
        Flux<User> some = USERS.where(KIND.eq(Kind.ADMIN).or(AGE.between(18, 65)))
                .where(EMAIL.like("%@example.org"))
                .where(NAME.in("Ada", "Alan"))
                .where(AGE.isNotNull())
                .where(NAME.eq("Eve").not())
                .get();
        // end::typed

        assertThat(list(some)).extracting(User::name).containsExactly("Ada");
    }

    @Test
    void named() {
        // tag::named
        Flux<User> some = USERS.where("kind", "MEMBER")
                .where("age", ">=", 18)
                .whereIn("name", List.of("Ada", "Alan"))
                .whereNotNull("email")
                .whereBetween("age", 18, 65)
                .whereLike("email", "%@example.org")
                .whereNot(not -> not.where("name", "Eve"))
                .get();
        // end::named

        assertThat(list(some)).extracting(User::name).containsExactly("Ada");
        assertThatThrownBy(() -> USERS.where("nmae", "Ada")).isInstanceOf(UnknownColumnException.class);
        assertThatThrownBy(() -> USERS.where("age", "old")).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> USERS.where("age", "or 1=1 --", 1)).isInstanceOf(InvalidOperatorException.class);
        assertThatThrownBy(() -> USERS.where("age", ">", null)).isInstanceOf(NullNotAllowedException.class);
    }

    @Test
    void precedence() {
        // tag::precedence
        // name = 'Ada' or (name = 'Alan' and age < 18)
        Flux<User> chained = USERS.where("name", "Ada")
                .orWhere("name", "Alan")
                .where("age", "<", 18)
                .get();

        // (name = 'Ada' or name = 'Alan') and age < 18
        Flux<User> typed =
                USERS.where(NAME.eq("Ada").or(NAME.eq("Alan")).and(AGE.lt(18))).get();

        // the same, by name
        Flux<User> grouped = USERS.where(either -> either.where("name", "Ada").orWhere("name", "Alan"))
                .where("age", "<", 18)
                .get();
        // end::precedence

        assertThat(list(chained)).extracting(User::name).containsExactly("Ada", "Alan");
        assertThat(list(typed)).extracting(User::name).containsExactly("Alan");
        assertThat(list(grouped)).extracting(User::name).containsExactly("Alan");
    }

    @Test
    void terminals() {
        // tag::terminals
        Mono<User> ada = USERS.find(1); // empty when there is none
        Mono<User> surely = USERS.findOrFail(1); // an error when there is none
        Flux<User> three = USERS.findMany(List.of(1, 2, 3)); // those that are there, in no certain order
        Mono<User> youngest = USERS.orderBy(AGE).first();
        Flux<String> emails = USERS.orderBy(NAME).pluck(EMAIL);
        Mono<Boolean> anyone = USERS.where(AGE.gt(100)).exists();
        // end::terminals

        assertThat(run(ada).name()).isEqualTo("Ada");
        assertThat(run(surely).name()).isEqualTo("Ada");
        assertThat(list(three)).hasSize(3);
        assertThat(run(youngest).name()).isEqualTo("Alan");
        assertThat(list(emails)).startsWith("ada@example.org");
        assertThat(run(anyone)).isFalse();
    }

    @Test
    void aggregates() {
        // tag::aggregates
        Mono<Long> count = USERS.count(); // 0 for no rows
        Mono<BigDecimal> sum = USERS.sum(AGE); // 0 for no rows
        Mono<BigDecimal> average = USERS.avg(AGE); // empty for no rows
        Mono<Integer> oldest = USERS.max(AGE); // empty for no rows
        // end::aggregates

        assertThat(run(count)).isEqualTo(3);
        assertThat(run(sum)).isEqualByComparingTo("118");
        assertThat(run(average)).isGreaterThan(new BigDecimal(39));
        assertThat(run(oldest)).isEqualTo(70);
    }

    @Test
    void page() {
        // tag::page
        Mono<Page<User>> page = USERS.orderBy(NAME).paginate(1, 2);
        Mono<Page<String>> names = page.map(users -> users.map(User::name));
        // end::page

        Page<String> first = run(names);
        assertThat(first.data()).containsExactly("Ada", "Alan");
        assertThat(first.total()).isEqualTo(3);
        assertThat(first.lastPage()).isEqualTo(2);
        assertThat(first.nextPage()).isEqualTo(2);
    }

    @Test
    void lazily() {
        // tag::lazy
        Mono<Void> done = USERS.where(AGE.ge(18))
                .with(User.POSTS)
                .lazyById(500) // windows of 500 users by key, each with its posts
                .concatMap(this::process)
                .then();
        // end::lazy

        assertThat(value(done)).isNull();
        assertThatThrownBy(() -> USERS.orderBy(NAME.asc()).lazyById(500)).isInstanceOf(InvalidUsageException.class);
    }

    private Mono<Void> process(User user) {
        return user.age(40).save().then();
    }

    @Test
    void scopes() {
        // tag::scopes
        Flux<User> users = USERS.scope(adults()).scope(olderThan(30)).get();
        // end::scopes

        assertThat(list(users)).extracting(User::name).containsExactly("Grace", "Ada");
    }

    @Test
    void rows() {
        // tag::rows
        Flux<String> names = DB.table("users")
                .select("name", "age")
                .where("age", ">", 18)
                .orderBy("name")
                .get()
                .map(row -> row.get("name", String.class));

        Mono<Long> added = DB.table("roles").insert(List.of(Map.of("name", "author"), Map.of("name", "editor")));
        Mono<Long> changed = DB.table("users").where("age", "<", 18).update(Map.of("age", 18));
        Mono<Long> removed = DB.table("roles").everything().delete();
        // end::rows

        assertThat(list(names)).containsExactly("Ada", "Grace");
        assertThat(run(added)).isEqualTo(2);
        assertThat(run(changed)).isEqualTo(1);
        assertThat(run(removed)).isEqualTo(2);
        assertThatThrownBy(() -> DB.table("roles").delete()).isInstanceOf(UnconditionalWriteException.class);
    }

    @Test
    void raw() {
        // tag::raw
        Flux<Row> rows = DB.select("select kind, count(*) as people from users group by kind");
        Mono<Long> changed = DB.statement("update users set age = age + 1");
        // end::raw

        assertThat(list(rows).get(0).get("people", Long.class)).isEqualTo(3);
        assertThat(run(changed)).isEqualTo(3);
    }

    @Test
    void write() {
        // tag::write
        Mono<Long> grown = USERS.where(AGE.lt(18)).update(AGE.to(18)); // and updated_at
        Mono<Long> gone = USERS.where(AGE.eq(18)).delete(); // softly, where the table has soft deletes
        Mono<Long> all = USERS.query().everything().update(Map.of("kind", "ADMIN"));
        // end::write

        assertThat(run(grown)).isEqualTo(1);
        assertThat(run(gone)).isEqualTo(1);
        assertThat(run(all)).isEqualTo(2);
        assertThat(run(USERS.query().withTrashed().count())).isEqualTo(3);
        assertThatThrownBy(() -> USERS.query().delete()).isInstanceOf(UnconditionalWriteException.class);
    }

    @Test
    void writeExpressions() {
        // tag::writeExpressions
        Mono<Long> older = USERS.where(AGE.lt(18)).update(AGE.to(AGE.plus(1)));
        Mono<Long> counted = USERS.where(NAME.eq("Ada")).increment(AGE, 2);
        Mono<Long> byName = DB.table("users")
                .where("age", ">", 60)
                .update(Map.of("age", Expr.column("age").minus(10)));
        Mono<Long> decremented = DB.table("users").where("name", "Ada").decrement("age");
        // end::writeExpressions

        assertThat(run(older)).isEqualTo(1);
        assertThat(run(counted)).isEqualTo(1);
        assertThat(run(byName)).isEqualTo(1);
        assertThat(run(decremented)).isEqualTo(1);
        assertThat(list(USERS.orderBy(NAME).pluck(AGE))).containsExactly(37, 13, 60);
    }

    @Test
    void writeSome() {
        run(USERS.findOrFail(1).flatMap(user -> user.posts().create(Map.of("title", "Hello"))));

        // tag::writeSome
        Mono<Long> oldestTwo = USERS.orderByDesc(AGE).limit(2).update(KIND.to(Kind.ADMIN));
        Mono<Long> ofAda = DB.table("posts")
                .join("users", "users.id", "=", "posts.user_id")
                .where("users.name", "Ada")
                .delete(); // of posts, the table that is asked
        // end::writeSome

        assertThat(run(oldestTwo)).isEqualTo(2);
        assertThat(run(ofAda)).isEqualTo(1);
        assertThat(list(USERS.where(KIND.eq(Kind.ADMIN)).pluck(NAME))).containsExactlyInAnyOrder("Ada", "Grace");
    }

    @Test
    void writeRows() {
        // tag::writeRows
        Mono<Long> id = DB.table("roles").insertGetId(Map.of("name", "author"));
        Mono<Long> copied =
                DB.table("roles").insertUsing(List.of("name"), DB.table("users").select("name"));
        Mono<Long> added = DB.table("users")
                .insertOrIgnore(List.of(
                        Map.of("name", "Ada", "email", "ada@example.org", "kind", "MEMBER"), // is there: left out
                        Map.of("name", "Linus", "email", "linus@example.org", "kind", "MEMBER")));
        Mono<Long> upserted = USERS.upsert(
                List.of(Map.of("name", "Ada L.", "email", "ADA@example.org")), // a row is the same by …
                List.of("email"),
                List.of("name")); // … and what changes then
        // end::writeRows

        assertThat(run(id)).isPositive();
        assertThat(run(copied)).isEqualTo(3);
        assertThat(run(added)).isEqualTo(1);
        assertThat(run(upserted)).isEqualTo(1);
        assertThat(list(USERS.orderBy(NAME).pluck(NAME))).containsExactly("Ada L.", "Alan", "Grace", "Linus");
    }
}
