package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.FourUsersContract.names;
import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.EMAIL;
import static dev.ilana.testkit.contract.blog.User.KIND;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.model.ModelQuery;
import dev.ilana.query.Page;
import dev.ilana.query.Row;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.contract.blog.User.Kind;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Queries find the rows that they say, typed and by name. */
public interface QueryContract extends FourUsersContract {

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
}
