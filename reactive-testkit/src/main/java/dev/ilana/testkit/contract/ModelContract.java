package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.AttributeNotLoadedException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.MassAssignmentException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.error.RelationNotLoadedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.Role;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.contract.blog.User.Kind;
import dev.ilana.testkit.contract.blog.User.Prefs;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Models are made, stored, changed, read again and removed. */
public interface ModelContract extends BlogContract {

    @Test
    @Feature({"2.2", "4.1"})
    default void aSavedModelHasTheKeyThatTheDatabaseMade(Runner run) {
        User ada = run.get(User.named("Ada").save());
        User bob = run.get(User.named("Bob").save());

        assertThat(ada.isStored()).isTrue();
        assertThat((Long) ada.getKey()).isPositive();
        assertThat((Long) bob.getKey()).isGreaterThan((Long) ada.getKey());
        assertThat(run.get(USERS.find(ada.get(User.ID))).name()).isEqualTo("Ada");
    }

    @Test
    @Feature({"2.5", "5.1"})
    default void defaultsEnumsAndJsonAreStoredAndReadBack(Runner run) {
        User ada = run.get(User.named("Ada")
                .set(User.PREFS, new Prefs("dark \"mode\" \\ 🌙", 14))
                .save());

        User read = run.get(USERS.findOrFail(ada.get(User.ID)));
        assertThat(read.get(User.KIND)).isEqualTo(Kind.MEMBER);
        assertThat(read.get(User.PREFS)).isEqualTo(new Prefs("dark \"mode\" \\ 🌙", 14));
        assertThat(read.get(User.AGE)).isNull();
    }

    @Test
    @Feature("2.7")
    default void updateWritesTheDirtyColumnsOnly(Runner run) {
        User ada = run.get(User.named("Ada").age(36).save());
        run.forgetStatements();

        ada.name("Ada L.");
        assertThat(ada.isDirty(User.NAME)).isTrue();
        assertThat(ada.isDirty(User.AGE)).isFalse();
        assertThat(ada.getDirty()).containsOnlyKeys("name");
        assertThat(ada.getOriginal(User.NAME)).isEqualTo("Ada");
        run.get(ada.save());

        assertThat(run.statements())
                .singleElement()
                .satisfies(sql -> assertThat(sql).contains("name", "updated_at").doesNotContain("age", "email"));
        assertThat(ada.isDirty()).isFalse();
        assertThat(run.get(USERS.find(ada.get(User.ID))).name()).isEqualTo("Ada L.");
    }

    @Test
    @Feature("2.7")
    default void nothingDirtySendsNothing(Runner run) {
        User ada = run.get(User.named("Ada").save());
        run.forgetStatements();

        run.get(ada.save());
        run.get(ada.name("Ada").save());

        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("2.3")
    default void timestampsAreKeptToTheMicrosecond(Runner run) {
        Instant before = Instant.now().minusMillis(1);
        User ada = run.get(User.named("Ada").save());
        Instant created = ada.get(USERS.createdAt());

        assertThat(created).isBetween(before, Instant.now()).isEqualTo(ada.get(USERS.updatedAt()));
        User read = run.get(USERS.find(ada.get(User.ID)));
        assertThat(read.get(USERS.createdAt())).isEqualTo(created);

        run.get(read.name("Ada L.").save().delaySubscription(Duration.ofMillis(2)));
        assertThat(read.get(USERS.createdAt())).isEqualTo(created);
        assertThat(read.get(USERS.updatedAt())).isAfter(created);
    }

    @Test
    @Feature("3.1")
    default void findIsEmptyAndFindOrFailFailsWhenThereIsNone(Runner run) {
        assertThat(run.value(USERS.find(-1))).isNull();
        assertThat(run.error(USERS.findOrFail(-1)))
                .isInstanceOf(ModelNotFoundException.class)
                .hasMessage("no users row for key -1");
        assertThat(run.list(USERS.findMany(List.of()))).isEmpty();
    }

    @Test
    @Feature("3.1")
    default void firstAndAllAndFindManyAnswerWithModels(Runner run) {
        List<User> users =
                run.list(USERS.insertMany(Flux.just("Ada", "Bob", "Cy").map(User::named)));

        assertThat(run.get(USERS.orderBy("name", "desc").first()).name()).isEqualTo("Cy");
        assertThat(run.list(USERS.all())).hasSize(3);
        assertThat(run.list(USERS.findMany(
                        List.of(users.get(0).get(User.ID), users.get(2).get(User.ID)))))
                .extracting(User::name)
                .containsExactlyInAnyOrder("Ada", "Cy");
        assertThat(run.error(USERS.where(User.NAME.eq("Zoe")).firstOrFail()))
                .isInstanceOf(ModelNotFoundException.class);
    }

    @Test
    @Feature({"9.3", "3.2"})
    default void insertManyKeepsOrderAndGivesEveryKey(Runner run) {
        List<User> users = run.list(USERS.insertMany(Flux.range(0, 1_203).map(i -> User.named("u" + i))));

        assertThat(users).hasSize(1_203).allMatch(User::isStored);
        User some = users.get(1_000);
        assertThat(run.get(USERS.findOrFail(some.get(User.ID))).name()).isEqualTo("u1000");
        assertThat(run.get(USERS.count())).isEqualTo(1_203);
    }

    @Test
    @Feature("9.3")
    default void insertManyTakesModelsOfUnlikeColumns(Runner run) {
        List<User> users = run.list(USERS.insertMany(Flux.just(
                User.named("Ada"), User.named("Bob").age(7), User.named("Cy").age(8), User.named("Di"))));

        assertThat(users).extracting(User::name).containsExactly("Ada", "Bob", "Cy", "Di");
        assertThat(run.list(USERS.orderBy("name").with("posts").pluck(User.AGE)))
                .containsExactly(7, 8);
    }

    @Test
    @Feature("4.1")
    default void deleteRemovesTheRow(Runner run) {
        User ada = run.get(User.named("Ada").save());
        Post post = run.get(Post.by(ada, "Hello").save());

        assertThat(run.get(post.delete())).isTrue();
        assertThat(post.isStored()).isFalse();
        assertThat(run.value(Post.POSTS.find(post.get(Post.ID)))).isNull();
        assertThat(run.get(post.delete())).as("a second time").isFalse();
    }

    @Test
    @Feature({"3.3", "4.1"})
    default void softDeletesHideARowUntilItIsRestored(Runner run) {
        User ada = run.get(User.named("Ada").save());
        User bob = run.get(User.named("Bob").save());

        run.get(ada.delete());
        assertThat(ada.trashed()).isTrue();
        assertThat(run.list(USERS.all())).extracting(User::name).containsExactly("Bob");
        assertThat(run.value(USERS.find(ada.get(User.ID)))).isNull();
        assertThat(run.get(USERS.query().withTrashed().count())).isEqualTo(2);
        assertThat(run.list(USERS.query().onlyTrashed().get()))
                .extracting(User::name)
                .containsExactly("Ada");

        run.get(ada.restore());
        assertThat(run.get(USERS.count())).isEqualTo(2);

        run.get(bob.forceDelete());
        assertThat(run.get(USERS.query().withTrashed().count())).isEqualTo(1);
    }

    @Test
    @Feature("2.8")
    default void refreshReadsTheRowAgain(Runner run) {
        User ada = run.get(User.named("Ada").save());
        run.get(DB.table("users").where("id", ada.get(User.ID)).update(Map.of("name", "Changed")));

        run.get(ada.name("Mine").refresh());

        assertThat(ada.name()).isEqualTo("Changed");
        assertThat(ada.isDirty()).isFalse();
    }

    @Test
    @Feature("4.1")
    default void savingAModelWhoseRowIsGoneIsAnError(Runner run) {
        User ada = run.get(User.named("Ada").save());
        run.get(DB.table("users").everything().delete());

        assertThat(run.error(ada.name("Lost").save())).isInstanceOf(ModelNotFoundException.class);
        assertThat(ada.isDirty(User.NAME)).as("nothing is lost").isTrue();
    }

    @Test
    @Feature("3.1")
    default void aKeyMayComeAsText(Runner run) {
        User ada = run.get(User.named("Ada").save());

        assertThat(run.get(USERS.find(String.valueOf(ada.getKey()))).name()).isEqualTo("Ada");
        assertThatThrownBy(() -> USERS.find("1 or 1=1")).isInstanceOf(TypeMismatchException.class);
    }

    @Test
    @Feature("9.2")
    default void rowsAreUpdatedByQuery(Runner run) {
        run.list(USERS.insertMany(Flux.just(
                User.named("Ada").age(1),
                User.named("Bob").age(2),
                User.named("Cy").age(3))));

        assertThat(run.get(USERS.where(User.AGE.lt(3)).update(User.AGE.to(9), User.KIND.to(Kind.ADMIN))))
                .isEqualTo(2);
        assertThat(run.get(USERS.where("name", "Cy").update(Map.of("age", 8)))).isEqualTo(1);
        assertThat(run.list(USERS.orderBy(User.NAME).pluck(User.AGE))).containsExactly(9, 9, 8);
        assertThat(run.get(USERS.where(User.KIND.eq(Kind.ADMIN)).count())).isEqualTo(2);
    }

    @Test
    @Feature("4.1")
    default void aSoftDeleteWritesNothingElse(Runner run) {
        User ada = run.get(User.named("Ada").save());
        run.get(ada.name("Unsaved").delete());

        assertThat(run.get(USERS.withTrashed().findOrFail(ada.get(User.ID))).name())
                .isEqualTo("Ada");
        assertThat(ada.isDirty(User.NAME)).isTrue();
        assertThat(run.get(ada.delete())).as("a second time").isFalse();
    }

    @Test
    @Feature("4.1")
    default void aTouchWritesTheTimeAndNothingElse(Runner run) {
        User ada = run.get(User.named("Ada").save());
        Instant created = ada.get(USERS.createdAt());
        ada.name("Unsaved");

        run.get(ada.touch().delaySubscription(Duration.ofMillis(2)));

        assertThat(ada.get(USERS.updatedAt())).isAfter(created);
        assertThat(ada.isDirty(User.NAME)).isTrue();
        User read = run.get(USERS.query().sole());
        assertThat(read.name()).isEqualTo("Ada");
        assertThat(read.get(USERS.updatedAt())).isEqualTo(ada.get(USERS.updatedAt()));
    }

    @Test
    @Feature("4.1")
    default void whatIsNotStoredIsNotTouchedOrCounted(Runner run) {
        User unsaved = User.named("Ada");
        assertThat(run.error(unsaved.touch()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("users#new is not stored; save it first");
        assertThat(run.error(unsaved.increment(User.AGE, 1))).isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(new Role().touch())).isInstanceOf(InvalidUsageException.class);
        assertThat(run.get(unsaved.delete())).isFalse();
        assertThat(run.statements()).isEmpty();

        User gone = run.get(unsaved.save());
        run.get(DB.table("users").everything().delete());
        assertThat(run.error(gone.touch())).isInstanceOf(ModelNotFoundException.class);
        assertThat(run.error(gone.increment(User.AGE, 1))).isInstanceOf(ModelNotFoundException.class);
        assertThat(run.value(gone.fresh())).isNull();
    }

    @Test
    @Feature("4.1")
    default void anIncrementOfNoNumberIsNone(Runner run) {
        User ada = run.get(User.named("Ada").save());
        assertThat(run.get(ada.increment(User.AGE, 1)).get(User.AGE)).isNull();
        run.get(ada.age(36).save());
        run.get(ada.increment(User.AGE, 1));
        assertThat(ada.get(User.AGE)).isEqualTo(37);
        assertThat(run.get(ada.fresh()).get(USERS.updatedAt())).isEqualTo(ada.get(USERS.updatedAt()));
    }

    @Test
    @Feature("2.13")
    default void whatIsNotThereIsAnErrorAndNeverANull(Runner run) {
        run.get(User.named("Ada").save());
        User ada = run.get(USERS.select("name").firstOrFail());
        run.forgetStatements();

        assertThatThrownBy(() -> ada.get(User.EMAIL))
                .isInstanceOf(AttributeNotLoadedException.class)
                .hasMessageContaining("email");
        assertThatThrownBy(() -> ada.get(User.POSTS)).isInstanceOf(RelationNotLoadedException.class);
        assertThatThrownBy(() -> ada.countOf(User.POSTS)).isInstanceOf(RelationNotLoadedException.class);
        assertThatThrownBy(() -> ada.fill(Map.of("kind", "ADMIN"))).isInstanceOf(MassAssignmentException.class);
        assertThatThrownBy(() -> ada.getAttribute("nickname")).isInstanceOf(UnknownColumnException.class);
        assertThat(run.statements()).as("nothing is fetched behind one's back").isEmpty();
    }
}
