package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.EMAIL;
import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.KIND;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.PREFS;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.error.ModelNotFoundException;
import dev.ilana.error.NotOneRowException;
import dev.ilana.query.Page;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.contract.blog.User.Kind;
import dev.ilana.testkit.contract.blog.User.Prefs;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values of the types of their fields, made into whatever a constructor makes of them. */
public interface ProjectionContract extends WritersContract {

    /** Two fields. */
    record Contact(String name, String email) {}

    /** A field that may be null. */
    record Aged(String name, @Nullable Integer age) {}

    /** Fields with casts. */
    record Liking(String name, Kind kind, @Nullable Prefs prefs) {}

    /** What all of a kind have together. */
    record OfKind(Kind kind, Long people, @Nullable BigDecimal ages) {}

    /** As many fields as a projection takes. */
    record Whole(
            Long id,
            String name,
            String email,
            @Nullable Integer age,
            Kind kind,
            @Nullable Prefs prefs,
            @Nullable Instant createdAt,
            @Nullable Instant deletedAt) {}

    @Test
    @Feature("8.1")
    default void fieldsAreMadeIntoRecords(Runner run) {
        assertThat(run.list(USERS.where(AGE.lt(40))
                        .orderBy(NAME)
                        .select(NAME, EMAIL)
                        .as(Contact::new)
                        .get()))
                .containsExactly(new Contact("Ada", "ada@example.org"), new Contact("Bob", "bob@example.org"));
        assertThat(run.statements()).singleElement().asString().doesNotContain("age,");
    }

    @Test
    @Feature("8.1")
    default void anyNumberOfFieldsUpToEight(Runner run) {
        var ada = USERS.where(NAME.eq("Ada"));

        assertThat(run.get(ada.select(NAME).first())).isEqualTo("Ada");
        assertThat(run.get(ada.select(NAME, AGE).as(Aged::new).first())).isEqualTo(new Aged("Ada", 36));
        assertThat(run.get(ada.select(NAME, KIND, PREFS).as(Liking::new).first()))
                .isEqualTo(new Liking("Ada", Kind.ADMIN, new Prefs("dark", 12)));
        assertThat(run.get(ada.select(NAME, EMAIL, AGE, KIND)
                        .as((n, e, a, k) -> n + e + a + k)
                        .first()))
                .isEqualTo("Adaada@example.org36ADMIN");
        assertThat(run.get(ada.select(NAME, NAME, NAME, NAME, AGE)
                        .as((a, b, c, d, e) -> a + b + c + d + e)
                        .first()))
                .isEqualTo("AdaAdaAdaAda36");
        assertThat(run.get(ada.select(NAME, AGE, NAME, AGE, NAME, AGE)
                        .as((a, b, c, d, e, f) -> a + b + c + d + e + f)
                        .first()))
                .isEqualTo("Ada36Ada36Ada36");
        assertThat(run.get(ada.select(NAME, AGE, NAME, AGE, NAME, AGE, KIND)
                        .as((a, b, c, d, e, f, g) -> a + b + c + d + e + f + g)
                        .first()))
                .isEqualTo("Ada36Ada36Ada36ADMIN");
        Whole whole = run.get(ada.select(ID, NAME, EMAIL, AGE, KIND, PREFS, USERS.createdAt(), User.DELETED_AT)
                .as(Whole::new)
                .first());
        assertThat(whole.kind()).isEqualTo(Kind.ADMIN);
        assertThat(whole.prefs()).isEqualTo(new Prefs("dark", 12));
        assertThat(whole.createdAt()).isNotNull();
        assertThat(whole.deletedAt()).isNull();
    }

    @Test
    @Feature("8.1")
    default void aNullIsANullInARecordAndNothingByItself(Runner run) {
        assertThat(run.list(USERS.where(NAME.eq("Di"))
                        .select(NAME, AGE)
                        .as(Aged::new)
                        .get()))
                .containsExactly(new Aged("Di", null));
        assertThat(run.list(USERS.orderBy(NAME).select(AGE).get())).containsExactly(36, 17, 64);
        assertThat(run.value(USERS.where(NAME.eq("Di")).select(AGE).first())).isNull();
    }

    @Test
    @Feature("8.1")
    default void whatIsComputedIsSelectedToo(Runner run) {
        assertThat(run.get(USERS.where(NAME.eq("Ada"))
                        .select(
                                NAME.upper(),
                                AGE.plus(4),
                                NAME.length(),
                                PREFS.path("theme"),
                                PREFS.path(Integer.class, "fontSize"))
                        .as((name, age, length, theme, size) -> name + age + length + theme + size)
                        .first()))
                .isEqualTo("ADA403dark12");
        assertThat(run.list(USERS.orderBy(NAME).select(AGE.coalesce(-1)).get())).containsExactly(36, 17, 64, -1);
    }

    @Test
    @Feature({"8.1", "8.3", "8.6"})
    default void aggregatesOfGroupsAreTyped(Runner run) {
        assertThat(run.list(USERS.groupBy(KIND)
                        .orderBy(ID.count())
                        .select(KIND, ID.count(), AGE.sum())
                        .as(OfKind::new)
                        .get()))
                .extracting(
                        OfKind::kind,
                        OfKind::people,
                        of -> of.ages() == null ? null : of.ages().intValue())
                .containsExactly(Tuple.tuple(Kind.ADMIN, 1L, 36), Tuple.tuple(Kind.MEMBER, 3L, 81));
        assertThat(run.list(USERS.groupBy(KIND)
                        .having(ID.count().gt(1L))
                        .select(KIND)
                        .get()))
                .containsExactly(Kind.MEMBER);
        assertThat(run.list(USERS.groupBy(KIND)
                        .having(ID.count().gt(5L))
                        .orHaving(AGE.max().eq(36))
                        .select(KIND)
                        .get()))
                .containsExactly(Kind.ADMIN);
        assertThat(run.list(USERS.groupBy(KIND)
                        .orderBy(AGE.sum())
                        .select(AGE.sum(Long.class))
                        .get()))
                .containsExactly(36L, 81L);
    }

    @Test
    @Feature({"8.1", "8.3"})
    default void groupsMayBeOfSomethingComputed(Runner run) {
        assertThat(run.list(USERS.query()
                        .whereNotNull(PREFS)
                        .groupBy(PREFS.path("theme"))
                        .orderBy(PREFS.path("theme"))
                        .select(PREFS.path("theme"), ID.count())
                        .as((theme, people) -> theme + people)
                        .get()))
                .containsExactly("dark2", "light1");
        assertThat(run.list(USERS.groupBy(AGE.coalesce(0))
                        .orderBy(AGE.coalesce(0))
                        .select(AGE.coalesce(0), ID.count())
                        .as((age, people) -> age + "x" + people)
                        .get()))
                .containsExactly("0x1", "17x1", "36x1", "64x1");
    }

    @Test
    @Feature({"8.1", "12.1"})
    default void aPageOfAProjectionCountsItsOwnRows(Runner run) {
        Page<Contact> page =
                run.get(USERS.orderBy(NAME).select(NAME, EMAIL).as(Contact::new).paginate(2, 3));
        assertThat(page.total()).isEqualTo(4);
        assertThat(page.data()).extracting(Contact::name).containsExactly("Di");

        Page<Kind> kinds = run.get(USERS.distinct().select(KIND).paginate(1, 1));
        assertThat(kinds.total()).isEqualTo(2);
        assertThat(kinds.data()).hasSize(1);
        assertThat(run.get(USERS.distinct().select(KIND).paginate(2, 1)).data())
                .hasSize(1)
                .doesNotContainAnyElementsOf(kinds.data());

        Page<String> groups = run.get(USERS.groupBy(KIND)
                .select(ID.count(), KIND)
                .as((people, kind) -> kind + "" + people)
                .paginate(2, 1));
        assertThat(groups.total()).isEqualTo(2);
        assertThat(groups.data()).containsExactly("MEMBER3");
    }

    @Test
    @Feature({"7.2", "8.1"})
    default void aProjectionIsAListForAnotherQuery(Runner run) {
        assertThat(run.list(
                        USERS.where(ID.in(Post.POSTS.where(Post.VIEWS.ge(20)).select(Post.USER_ID)))
                                .orderBy(NAME)
                                .select(NAME)
                                .get()))
                .containsExactly("Ada", "Bob");
        assertThat(run.list(USERS.whereIn("id", Post.POSTS.select("user_id"))
                        .orderBy(NAME)
                        .select(NAME)
                        .get()))
                .containsExactly("Ada", "Bob", "Cy");
        assertThat(run.list(USERS.whereNotIn("id", Post.POSTS.select(Post.USER_ID))
                        .select(NAME)
                        .get()))
                .containsExactly("Di");
    }

    @Test
    @Feature("8.1")
    default void theTerminalsOfAProjectionForNoneOneAndMany(Runner run) {
        var none = USERS.where(NAME.eq("Zoe")).select(NAME);
        var one = USERS.where(NAME.eq("Ada")).select(NAME);
        var many = USERS.orderBy(NAME).select(NAME);

        assertThat(run.list(none.get())).isEmpty();
        assertThat(run.value(none.first())).isNull();
        assertThat(run.error(none.firstOrFail())).isInstanceOf(ModelNotFoundException.class);
        assertThat(run.error(none.sole())).isInstanceOf(ModelNotFoundException.class);
        assertThat(run.get(one.firstOrFail())).isEqualTo("Ada");
        assertThat(run.get(one.sole())).isEqualTo("Ada");
        assertThat(run.get(many.firstOrFail())).isEqualTo("Ada");
        assertThat(run.error(many.sole())).isInstanceOf(NotOneRowException.class);
        assertThat(run.list(many.get())).containsExactly("Ada", "Bob", "Cy", "Di");
    }

    @Test
    @Feature({"8.1", "8.6"})
    default void anAggregateHasAValueAlsoWhereNoRowCanFit(Runner run) {
        assertThat(run.get(USERS.where(ID.in(List.of())).select(ID.count()).first()))
                .isZero();
        assertThat(run.list(USERS.where(ID.in(List.of())).select(NAME).get())).isEmpty();
        assertThat(run.statements()).hasSize(1);
    }

    @Test
    @Feature("8.1")
    default void aRelationIsProjectedToo(Runner run) {
        User ada = run.get(USERS.where(NAME.eq("Ada")).firstOrFail());

        assertThat(run.list(ada.posts()
                        .orderBy(Post.VIEWS)
                        .select(Post.TITLE, Post.VIEWS)
                        .as((t, v) -> t + v)
                        .get()))
                .containsExactly("A110", "A230");
    }

    @Test
    @Feature("8.1")
    default void anErrorOfTheMakerIsTheErrorOfTheQuery(Runner run) {
        assertThat(run.error(USERS.select(NAME, AGE)
                        .<String>as((name, age) -> {
                            throw new IllegalStateException("made wrong");
                        })
                        .get()
                        .collectList()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("made wrong");
        run.assertNothingAcquired();
    }
}
