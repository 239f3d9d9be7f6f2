package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.EMAIL;
import static dev.ilana.testkit.contract.blog.User.KIND;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.error.InvalidNameException;
import dev.ilana.error.InvalidOperatorException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.error.UnconditionalWriteException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.model.ModelQuery;
import dev.ilana.query.Page;
import dev.ilana.query.Row;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Value;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.contract.blog.User.Kind;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Queries find the rows that they say, typed and by name. */
public interface QueryContract extends BlogContract {

    @BeforeEach
    default void fourUsers(Runner run) {
        run.list(USERS.insertMany(Flux.just(
                User.named("Ada").age(36).set(KIND, Kind.ADMIN),
                User.named("Bob").age(17),
                User.named("Cy").age(64),
                User.named("Di"))));
        run.forgetStatements();
    }

    private static List<String> names(Runner run, ModelQuery<User> query) {
        return run.list(query.get()).stream().map(User::name).sorted().toList();
    }

    @Test
    @Feature("7.1")
    default void typedComparisonsFindTheirRows(Runner run) {
        assertThat(names(run, USERS.where(NAME.eq("Ada")))).containsExactly("Ada");
        assertThat(names(run, USERS.where(NAME.ne("Ada")))).containsExactly("Bob", "Cy", "Di");
        assertThat(names(run, USERS.where(AGE.lt(36)))).containsExactly("Bob");
        assertThat(names(run, USERS.where(AGE.le(36)))).containsExactly("Ada", "Bob");
        assertThat(names(run, USERS.where(AGE.gt(36)))).containsExactly("Cy");
        assertThat(names(run, USERS.where(AGE.ge(36)))).containsExactly("Ada", "Cy");
        assertThat(names(run, USERS.where(KIND.eq(Kind.ADMIN)))).containsExactly("Ada");
    }

    @Test
    @Feature("7.1")
    default void namedComparisonsFindTheSameRows(Runner run) {
        assertThat(names(run, USERS.where("name", "Ada"))).containsExactly("Ada");
        assertThat(names(run, USERS.where("name", "<>", "Ada"))).containsExactly("Bob", "Cy", "Di");
        assertThat(names(run, USERS.where("name", "!=", "Ada"))).containsExactly("Bob", "Cy", "Di");
        assertThat(names(run, USERS.where("age", "<", 36))).containsExactly("Bob");
        assertThat(names(run, USERS.where("age", "<=", 36L))).containsExactly("Ada", "Bob");
        assertThat(names(run, USERS.where("age", ">", 36))).containsExactly("Cy");
        assertThat(names(run, USERS.where("age", ">=", 36))).containsExactly("Ada", "Cy");
        assertThat(names(run, USERS.where("kind", "ADMIN"))).containsExactly("Ada");
        assertThat(names(run, USERS.where("users.name", "Ada"))).containsExactly("Ada");
    }

    @Test
    @Feature({"7.2", "7.3"})
    default void likeInNullAndBetween(Runner run) {
        assertThat(names(run, USERS.where(EMAIL.like("%b@example.org")))).containsExactly("Bob");
        assertThat(names(run, USERS.query().whereNotLike("email", "%b@example.org")))
                .containsExactly("Ada", "Cy", "Di");
        assertThat(names(run, USERS.where(NAME.in("Ada", "Cy")))).containsExactly("Ada", "Cy");
        assertThat(names(run, USERS.whereIn("name", List.of("Ada", "Cy", "Nobody"))))
                .containsExactly("Ada", "Cy");
        assertThat(names(run, USERS.query().whereNotIn("age", List.of(36, 17)))).containsExactly("Cy");
        assertThat(names(run, USERS.whereNull("age"))).containsExactly("Di");
        assertThat(names(run, USERS.where("age", null))).containsExactly("Di");
        assertThat(names(run, USERS.where(AGE.isNotNull()))).containsExactly("Ada", "Bob", "Cy");
        assertThat(names(run, USERS.where(AGE.between(17, 36)))).containsExactly("Ada", "Bob");
        assertThat(names(run, USERS.query().whereNotBetween("age", 17, 36))).containsExactly("Cy");
    }

    @Test
    @Feature("7.2")
    default void anEmptyListIsInNothing(Runner run) {
        assertThat(names(run, USERS.where(NAME.in(List.of())))).isEmpty();
        assertThat(names(run, USERS.where(NAME.notIn(List.of())))).hasSize(4);
        assertThat(names(run, USERS.query().orWhereIn("name", List.of()).orWhere("name", "Di")))
                .containsExactly("Di");
    }

    @Test
    @Feature("7.2")
    default void aLongListIsOneArrayOrManyMarkers(Runner run) {
        List<Long> ids = new ArrayList<>();
        run.list(USERS.all()).forEach(user -> ids.add(user.get(User.ID)));
        for (long i = 1; ids.size() < 20_000; i++) {
            ids.add(-i);
        }
        assertThat(names(run, USERS.whereIn("id", ids))).containsExactly("Ada", "Bob", "Cy", "Di");
    }

    @Test
    @Feature("7.1")
    default void andOrAndNotGroupAsTheyAreWritten(Runner run) {
        // typed: as the expression is written
        assertThat(names(run, USERS.where(NAME.eq("Ada").or(NAME.eq("Bob")).and(AGE.lt(18)))))
                .containsExactly("Bob");
        assertThat(names(run, USERS.where(NAME.eq("Ada").or(NAME.eq("Bob").and(AGE.lt(18))))))
                .containsExactly("Ada", "Bob");
        assertThat(names(run, USERS.where(NAME.eq("Ada").or(NAME.eq("Bob"))).where(AGE.lt(18))))
                .containsExactly("Bob");
        assertThat(names(run, USERS.where(NAME.eq("Ada").not()))).containsExactly("Bob", "Cy", "Di");
        // by chain: as SQL reads it, "and" before "or"
        assertThat(names(run, USERS.where("name", "Ada").orWhere("name", "Bob").where("age", "<", 18)))
                .containsExactly("Ada", "Bob");
        assertThat(names(
                        run,
                        USERS.where(q -> q.where("name", "Ada").orWhere("name", "Bob"))
                                .where("age", "<", 18)))
                .containsExactly("Bob");
        assertThat(names(run, USERS.query().whereNot(q -> q.where("name", "Ada").orWhere("name", "Bob"))))
                .containsExactly("Cy", "Di");
    }

    @Test
    @Feature({"8.4", "8.5"})
    default void orderLimitAndOffsetCutTheResult(Runner run) {
        assertThat(run.list(USERS.orderBy(NAME.desc()).get()))
                .extracting(User::name)
                .containsExactly("Di", "Cy", "Bob", "Ada");
        assertThat(run.list(USERS.orderBy("name").limit(2).get()))
                .extracting(User::name)
                .containsExactly("Ada", "Bob");
        assertThat(run.list(USERS.orderBy("name").offset(3).get()))
                .extracting(User::name)
                .containsExactly("Di");
        assertThat(run.list(USERS.orderBy("name").forPage(2, 3).get()))
                .extracting(User::name)
                .containsExactly("Di");
        assertThat(run.list(USERS.orderBy("name", "DESC")
                        .reorder()
                        .orderBy(NAME.asc())
                        .limit(1)
                        .get()))
                .extracting(User::name)
                .containsExactly("Ada");
    }

    @Test
    @Feature({"8.6", "9.1"})
    default void aggregatesCountAndAdd(Runner run) {
        assertThat(run.get(USERS.count())).isEqualTo(4);
        assertThat(run.get(USERS.where(AGE.gt(100)).count())).isZero();
        assertThat(run.get(USERS.query().sum(AGE))).isEqualByComparingTo("117");
        assertThat(run.get(USERS.query().avg(AGE))).isEqualByComparingTo("39");
        assertThat(run.get(USERS.query().min(AGE))).isEqualTo(17);
        assertThat(run.get(USERS.query().max(NAME))).isEqualTo("Di");
        assertThat(run.get(USERS.where(AGE.gt(100)).sum(AGE))).isEqualTo(BigDecimal.ZERO);
        assertThat(run.value(USERS.where(AGE.gt(100)).max(AGE))).isNull();
        assertThat(run.get(USERS.where(NAME.eq("Ada")).exists())).isTrue();
        assertThat(run.get(USERS.where(NAME.eq("Zoe")).exists())).isFalse();
        assertThat(run.get(USERS.where(NAME.eq("Zoe")).doesntExist())).isTrue();
    }

    @Test
    @Feature("9.1")
    default void pluckGivesOneColumnWithoutItsNulls(Runner run) {
        assertThat(run.list(USERS.orderBy(NAME.asc()).pluck(AGE))).containsExactly(36, 17, 64);
    }

    @Test
    @Feature("6.4")
    default void aScopeIsAPartOfAQuery(Runner run) {
        assertThat(names(run, USERS.scope(User.adults()).where(NAME.ne("Cy")))).containsExactly("Ada");
    }

    @Test
    @Feature("12.1")
    default void aPageKnowsWhereItStands(Runner run) {
        Page<User> second = run.get(USERS.paginate(2, 3));

        assertThat(second.data()).extracting(User::name).containsExactly("Di");
        assertThat(second.total()).isEqualTo(4);
        assertThat(second.lastPage()).isEqualTo(2);
        assertThat(second.from()).isEqualTo(4);
        assertThat(second.to()).isEqualTo(4);
        assertThat(second.nextPage()).isNull();
        assertThat(run.get(USERS.paginate(1, 3)).nextPage()).isEqualTo(2);
        assertThat(run.get(USERS.where(NAME.eq("Zoe")).paginate(1, 3)).lastPage())
                .isEqualTo(1);
    }

    @Test
    @Feature("12.2")
    default void lazyByIdWalksTheWholeTableInWindows(Runner run) {
        run.list(USERS.insertMany(Flux.range(0, 100).map(i -> User.named("u" + i))));
        run.forgetStatements();

        List<User> users = run.list(USERS.query().lazyById(25));

        assertThat(users).hasSize(104).doesNotHaveDuplicates();
        assertThat(users).isSortedAccordingTo((a, b) -> Long.compare(a.get(User.ID), b.get(User.ID)));
        assertThat(run.statements()).hasSize(5);
    }

    @Test
    @Feature("12.2")
    default void lazyByIdReadsNoFurtherThanItsSubscriber(Runner run) {
        run.list(USERS.insertMany(Flux.range(0, 1_000).map(i -> User.named("u" + i))));
        run.forgetStatements();

        assertThat(run.list(USERS.query().lazyById(10).take(5))).hasSize(5);

        assertThat(run.statements()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    @Feature("9.1")
    default void aQueryIsColdAndRunsEachTimeItIsSubscribed(Runner run) {
        Mono<Long> count = USERS.count();
        assertThat(run.statements()).isEmpty();

        assertThat(run.get(count)).isEqualTo(4);
        run.get(User.named("Eve").save());
        assertThat(run.get(count)).isEqualTo(5);
    }

    @Test
    @Feature("9.1")
    default void aQueryIsNotChangedByWhatIsBuiltOnIt(Runner run) {
        ModelQuery<User> all = USERS.query();
        ModelQuery<User> adults = all.where(AGE.ge(18));

        assertThat(names(run, adults.where(NAME.eq("Cy")))).containsExactly("Cy");
        assertThat(names(run, adults)).containsExactly("Ada", "Cy");
        assertThat(names(run, all)).hasSize(4);
    }

    @Test
    @Feature("9.1")
    default void aSubscriberMayQueryForEachRowItGets(Runner run) {
        run.list(USERS.insertMany(Flux.range(0, 600).map(i -> User.named("u" + i))));

        StepVerifier.create(USERS.all()
                        .flatMap(user -> USERS.find(user.get(User.ID)), 300)
                        .contextWrite(run.database().use()))
                .expectNextCount(604)
                .verifyComplete();
    }

    @Test
    @Feature("3.4")
    default void rowsAreReadAndWrittenWithoutAModel(Runner run) {
        assertThat(run.get(DB.table("roles").insert(List.of(Map.of("name", "a"), Map.of("name", "b")))))
                .isEqualTo(2);
        assertThat(run.get(DB.table("roles").where("name", "a").update(Map.of("name", "c"))))
                .isEqualTo(1);

        List<Row> rows =
                run.list(DB.table("roles").orderBy("name").select("name", "id").get());
        assertThat(rows).extracting(row -> row.get("name")).containsExactly("b", "c");
        assertThat(rows.get(0).names()).containsExactly("name", "id");
        assertThat(rows.get(0).get("id", Long.class)).isPositive();
        assertThatThrownBy(() -> rows.get(0).get("nmae")).isInstanceOf(UnknownColumnException.class);
        assertThat(run.get(DB.table("roles").where("name", "c").value("name"))).isEqualTo("c");
        assertThat(run.list(DB.table("roles").orderBy("name").pluck("name"))).containsExactly("b", "c");
        assertThat(run.get(DB.table("roles").where("name", "b").delete())).isEqualTo(1);
        assertThat(run.get(DB.table("roles").count())).isEqualTo(1);
    }

    @Test
    @Feature("9.2")
    default void aWriteOfEveryRowMustBeAskedFor(Runner run) {
        assertThatThrownBy(() -> DB.table("users").delete())
                .isInstanceOf(UnconditionalWriteException.class)
                .hasMessage("DELETE on users has no condition; say everything() first if every row is meant");
        assertThatThrownBy(() -> DB.table("users").update(Map.of("name", "x")))
                .isInstanceOf(UnconditionalWriteException.class);
        assertThatThrownBy(() -> USERS.query().delete()).isInstanceOf(UnconditionalWriteException.class);
        assertThat(run.get(USERS.count())).isEqualTo(4);

        assertThat(run.get(USERS.where(NAME.eq("Ada")).delete())).isEqualTo(1);
        assertThat(run.get(USERS.query().everything().delete())).isEqualTo(3);
        assertThat(run.get(USERS.query().withTrashed().count())).as("softly").isEqualTo(4);
    }

    @Test
    @Feature("7.1")
    default void badInputIsRefusedBeforeTheDatabaseSeesIt(Runner run) {
        assertThatThrownBy(() -> USERS.where("nmae", "x"))
                .isInstanceOf(UnknownColumnException.class)
                .hasMessage("table users has no column \"nmae\"; did you mean \"name\"?");
        assertThatThrownBy(() -> USERS.where("age", "old"))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessage("users.age takes java.lang.Integer, not java.lang.String");
        assertThatThrownBy(() -> USERS.where("age", List.of(1))).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> USERS.where("age", Map.of("$gt", 1))).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> DB.table("users").where("age", Map.of())).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> USERS.where("age", "or 1=1 --", 1)).isInstanceOf(InvalidOperatorException.class);
        assertThatThrownBy(() -> USERS.orderBy("age", "asc; drop table users"))
                .isInstanceOf(InvalidOperatorException.class);
        assertThatThrownBy(() -> USERS.where("age", ">", null)).isInstanceOf(NullNotAllowedException.class);
        assertThatThrownBy(() -> USERS.find(List.of(1))).isInstanceOf(TypeMismatchException.class);
        for (String hostile : List.of(
                "id; drop table users",
                "id\"",
                "id`",
                "id'",
                "",
                " ",
                "1id",
                "id--",
                "a.b.c",
                "id\u0000",
                "x".repeat(200))) {
            assertThatThrownBy(() -> DB.table(hostile)).isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> DB.table("users").where(hostile, 1)).isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> DB.table("users").orderBy(hostile)).isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> DB.table("users").select(hostile)).isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> DB.table("users").insert(Map.of(hostile, 1)))
                    .isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> USERS.where(hostile, 1)).isInstanceOf(UnknownColumnException.class);
        }
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("7.1")
    default void hostileValuesAreOnlyData(Runner run) {
        for (String hostile : List.of(
                "'; drop table users; --",
                "\\'; drop table users; --",
                "\" or \"\"=\"",
                "` or 1=1",
                "$1 ? :x ?x",
                "%_\\",
                "🌙\t\n")) {
            User saved = run.get(new User()
                    .name(hostile)
                    .email("e" + hostile.hashCode() + "@x.y")
                    .save());
            assertThat(run.get(USERS.findOrFail(saved.get(User.ID))).name()).isEqualTo(hostile);
            assertThat(run.get(USERS.where(NAME.eq(hostile)).count())).isEqualTo(1);
            assertThat(run.get(USERS.where(NAME.in(hostile, "x")).count())).isEqualTo(1);
        }
        assertThat(run.get(USERS.count())).isEqualTo(11);
    }

    @Test
    @Feature("9.1")
    default void aKeyIsAskedForBesideEveryOr(Runner run) {
        long di = run.get(USERS.where(NAME.eq("Di")).firstOrFail()).get(User.ID);
        ModelQuery<User> either = USERS.where(NAME.eq("Ada")).orWhere(NAME.eq("Bob"));

        assertThat(run.value(either.find(di))).isNull();
        assertThat(run.list(either.findMany(List.of(di)))).isEmpty();
        assertThat(run.list(either.lazyById(1))).extracting(User::name).containsExactly("Ada", "Bob");
    }

    @Test
    @Feature("6.4")
    default void aScopeStaysTogetherWhateverOrItHas(Runner run) {
        assertThat(names(
                        run,
                        USERS.where(NAME.eq("Ada"))
                                .scope(q -> q.where(AGE.lt(18)).orWhere(AGE.gt(60)))))
                .isEmpty();
        assertThat(names(run, USERS.where(NAME.eq("Ada")).orWhere(NAME.eq("Cy")).scope(User.adults())))
                .containsExactly("Ada", "Cy");
    }

    @Test
    @Feature("9.2")
    default void aWriteRefusesWhatItCantKeepTo(Runner run) {
        assertThatThrownBy(() -> DB.table("users").where("age", 17).offset(1).delete())
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.where(AGE.gt(1)).distinct().delete()).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.where(q -> q.where("name", "Ada").limit(1)))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("a group in parentheses takes conditions only; say the rest on the query itself");
        assertThat(run.get(DB.table("users").where("age", 17).update(Map.of()))).isZero();
        assertThat(run.get(USERS.count())).isEqualTo(4);
    }

    @Test
    @Feature("9.5")
    default void aDryRunTellsTheStatementsAndSendsNone(Runner run) {
        List<Sql> statements = run.get(DB.dryRun(
                () -> DB.transaction(() -> USERS.where(NAME.eq("Ada")).delete())
                        .then(DB.table("roles").insert(Map.of("name", "author")))));
        assertThat(statements).hasSize(2);
        assertThat(statements.get(0).text()).startsWith("update ").contains("deleted_at");
        assertThat(statements.get(1).bindings()).extracting(Value::value).containsExactly("author");
        assertThat(run.get(USERS.where(AGE.lt(30)).dryRun(ModelQuery::forceDelete)))
                .singleElement()
                .asString()
                .startsWith("delete from ");
        assertThat(run.statements()).isEmpty();
        assertThat(run.get(USERS.count())).isEqualTo(4);
    }

    @Test
    @Feature("9.5")
    default void aModelReadOnADatabaseByNameIsWrittenThere(Runner run) {
        Database other = Database.connect(run.url());
        try {
            // no Context: the model remembers
            User ada = Objects.requireNonNull(
                    USERS.on(other).where(NAME.eq("Ada")).first().block());
            Objects.requireNonNull(ada.name("Ada L.").save().block());
            assertThat(Objects.requireNonNull(ada.posts().count().block())).isZero();
            Objects.requireNonNull(ada.refresh().block());
            assertThat(Objects.requireNonNull(ada.delete().block())).isTrue();
        } finally {
            other.close().block();
        }
        assertThat(run.list(USERS.query().onlyTrashed().get()))
                .extracting(User::name)
                .containsExactly("Ada L.");
    }
}
