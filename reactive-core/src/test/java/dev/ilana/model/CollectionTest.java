package dev.ilana.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.RelationNotLoadedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.model.Shop.Kind;
import dev.ilana.model.Shop.Post;
import dev.ilana.model.Shop.Tag;
import dev.ilana.model.Shop.User;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CollectionTest {

    private final User ada = user(1L, "Ada", 36).set(User.KIND, Kind.ADMIN);
    private final User bob = user(2L, "Bob", null);
    private final User cy = user(3L, "Cy", 36);
    private final User alsoBob = user(4L, "Bob", 20);
    private final User unstored = new User().set(User.NAME, "New");

    private final Collection<User> users = Collection.make(ada, bob, cy, alsoBob, unstored);
    private final Collection<User> none = Collection.make();

    // As a list

    @Test
    void itIsAListOfItsModels() {
        assertThat(users).hasSize(5).containsExactly(ada, bob, cy, alsoBob, unstored);
        assertThat(users.get(1)).isSameAs(bob);
        assertThat(users)
                .isEqualTo(List.of(ada, bob, cy, alsoBob, unstored))
                .isInstanceOf(java.util.RandomAccess.class);
        assertThat(users.toArray()).containsExactly(ada, bob, cy, alsoBob, unstored);
        assertThat(users.contains(ada)).isTrue();
        assertThat(users.isNotEmpty()).isTrue();
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.isNotEmpty()).isFalse();
    }

    @Test
    void nothingChangesIt() {
        assertThatThrownBy(() -> users.add(ada)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> users.remove(ada)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> users.set(0, bob)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(users::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> users.sort(Comparator.comparing(user -> user.get(User.NAME))))
                .isInstanceOf(UnsupportedOperationException.class);
        List<User> source = new ArrayList<>(List.of(ada));
        Collection<User> made = Collection.make(source);
        source.add(bob);
        assertThat(made).containsExactly(ada);
    }

    @Test
    void itHoldsNoNull() {
        List<@Nullable User> withNull = new ArrayList<>();
        withNull.add(null);
        assertThatThrownBy(() -> Collection.make(withNull)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void itsTextHasNoData() {
        assertThat(Collection.make(ada, unstored)).hasToString("[users#1, users#new]");
    }

    @Test
    void timesMakesThatManyFromTheirNumbers() {
        assertThat(Collection.times(3, i -> new User().set(User.NAME, "u" + i)).pluck(User.NAME))
                .containsExactly("u1", "u2", "u3");
        assertThat(Collection.times(0, i -> new User())).isEmpty();
    }

    // One of them

    @Test
    void firstAndLastAreEmptyOfNone() {
        assertThat(users.first()).contains(ada);
        assertThat(users.last()).contains(unstored);
        assertThat(none.first()).isEmpty();
        assertThat(none.last()).isEmpty();
    }

    @Test
    void aModelIsFoundByItsKeyInAnyTypeThatIsOne() {
        assertThat(users.find(2L)).contains(bob);
        assertThat(users.find(2)).contains(bob);
        assertThat(users.find("2")).contains(bob);
        assertThat(users.find(9)).isEmpty();
        assertThat(none.find(1)).isEmpty();
        assertThat(users.containsKey(3)).isTrue();
        assertThat(users.containsKey(9)).isFalse();
        assertThatThrownBy(() -> users.find("two")).isInstanceOf(TypeMismatchException.class);
    }

    @Test
    void firstWhereIsTheFirstOfThatValue() {
        assertThat(users.firstWhere(User.NAME, "Bob")).contains(bob);
        assertThat(users.firstWhere("name", "Bob")).contains(bob);
        assertThat(users.firstWhere(User.NAME, "Zoe")).isEmpty();
        assertThat(none.firstWhere("name", "Bob")).isEmpty();
    }

    @Test
    void modelKeysAreThoseOfTheModelsThatHaveOne() {
        assertThat(users.modelKeys()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(none.modelKeys()).isEmpty();
    }

    // Some of them

    @Test
    void filterAndRejectAreOpposites() {
        assertThat(users.filter(User::isStored)).containsExactly(ada, bob, cy, alsoBob);
        assertThat(users.reject(User::isStored)).containsExactly(unstored);
        assertThat(none.filter(User::isStored)).isEmpty();
    }

    @Test
    void whereComparesValuesAndNulls() {
        assertThat(users.where(User.AGE, 36)).containsExactly(ada, cy);
        assertThat(users.where(User.AGE, null)).containsExactly(bob, unstored);
        assertThat(users.where(user -> user.get(User.NAME).length(), 2)).containsExactly(cy);
        assertThat(users.where(User.KIND, Kind.ADMIN)).containsExactly(ada);
    }

    @Test
    void whereByNameTakesWhatTheColumnTakes() {
        assertThat(users.where("age", 36L)).containsExactly(ada, cy);
        assertThat(users.where("age", null)).containsExactly(bob, unstored);
        assertThat(users.where("kind", "ADMIN")).containsExactly(ada);
        assertThat(none.where("age", 1)).isEmpty();
        assertThatThrownBy(() -> users.where("age", "old")).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> users.where("agee", 1)).isInstanceOf(UnknownColumnException.class);
    }

    @Test
    void aDecimalIsTheSameAtEveryScale() {
        Post cheap = new Post().set(Post.PRICE, new BigDecimal("3.00"));
        Post also = new Post().set(Post.PRICE, new BigDecimal("3.0"));
        Collection<Post> posts = Collection.make(cheap, also);
        assertThat(posts.where(Post.PRICE, new BigDecimal("3"))).containsExactly(cheap, also);
        assertThat(posts.where("price", 3)).containsExactly(cheap, also);
        assertThat(posts.unique(Post.PRICE)).containsExactly(cheap);
    }

    @Test
    void bytesAreTheSameWhenTheyReadTheSame() {
        Post one = new Post().set(Post.DATA, new byte[] {1});
        Post two = new Post().set(Post.DATA, new byte[] {1});
        assertThat(Collection.make(one, two).where(Post.DATA, new byte[] {1})).containsExactly(one, two);
        assertThat(Collection.make(one, two).unique(Post.DATA)).containsExactly(one);
    }

    @Test
    void uniqueKeepsTheFirstOfAKeyAndEveryModelWithoutOne() {
        User adaAgain = user(1L, "Ada again", null);
        User alsoUnstored = new User();
        assertThat(Collection.make(ada, adaAgain, unstored, alsoUnstored, unstored)
                        .unique())
                .containsExactly(ada, unstored, alsoUnstored);
    }

    @Test
    void uniqueByAnAttributeKeepsTheFirstOfAValueNullToo() {
        assertThat(users.unique(User.NAME)).containsExactly(ada, bob, cy, unstored);
        assertThat(users.unique("age")).containsExactly(ada, bob, alsoBob);
        assertThat(none.unique(User.NAME)).isEmpty();
    }

    @Test
    void takeAndSkipStopAtTheEnds() {
        assertThat(users.take(2)).containsExactly(ada, bob);
        assertThat(users.take(0)).isEmpty();
        assertThat(users.take(99)).isEqualTo(users);
        assertThat(users.skip(3)).containsExactly(alsoBob, unstored);
        assertThat(users.skip(99)).isEmpty();
        assertThat(none.take(1)).isEmpty();
        assertThatThrownBy(() -> users.take(-1)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> users.skip(-1)).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    void randomModelsAreOfTheCollectionAndEachOnce() {
        assertThat(users.random()).get().isIn(users);
        assertThat(none.random()).isEmpty();
        assertThat(users.random(3)).hasSize(3).doesNotHaveDuplicates().isSubsetOf(users);
        assertThat(users.random(99)).hasSize(5).doesNotHaveDuplicates();
        assertThat(none.random(2)).isEmpty();
    }

    @Test
    void chunksHaveTheSizeAndTheLastTheRest() {
        assertThat(users.chunk(2))
                .containsExactly(Collection.make(ada, bob), Collection.make(cy, alsoBob), Collection.make(unstored));
        assertThat(users.chunk(Integer.MAX_VALUE)).containsExactly(users);
        assertThat(none.chunk(2)).isEmpty();
        assertThatThrownBy(() -> users.chunk(0)).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    void aPartitionHasEveryModelOnOneSide() {
        Collection.Partition<User> parts = users.partition(user -> user.get(User.KIND) == Kind.ADMIN);
        assertThat(parts.passed()).containsExactly(ada);
        assertThat(parts.failed()).containsExactly(bob, cy, alsoBob, unstored);
        assertThat(none.partition(user -> true).passed()).isEmpty();
    }

    @Test
    void flattenGathersTheLoadedRelations() {
        Post one = new Post();
        Post two = new Post();
        ada.setRelation(User.POSTS, Collection.make(one, two)).setRelation(User.PINNED, two);
        bob.setRelation(User.POSTS, Collection.make()).setRelation(User.PINNED, null);
        Collection<User> both = Collection.make(ada, bob);
        assertThat(both.flatten(User.POSTS)).containsExactly(one, two);
        assertThat(both.flatten(User.PINNED)).containsExactly(two);
        assertThat(both.pluck(User.PINNED)).containsExactly(two, null);
        assertThat(Collection.<User>make().flatten(User.POSTS)).isEmpty();
        assertThatThrownBy(() -> users.flatten(User.POSTS)).isInstanceOf(RelationNotLoadedException.class);
    }

    // A value of each

    @Test
    void mapAndReduceGiveWhatTheFunctionGives() {
        assertThat(users.map(user -> user.get(User.NAME).length())).containsExactly(3, 3, 2, 3, 3);
        assertThat(users.map(user -> user.get(User.AGE))).containsExactly(36, null, 36, 20, null);
        assertThat(users.<String>reduce("", (text, user) -> text + user.get(User.NAME)))
                .isEqualTo("AdaBobCyBobNew");
        assertThat(none.<Integer>reduce(5, (sum, user) -> sum + 1)).isEqualTo(5);
    }

    @Test
    void pluckGivesTheAttributeWithNullsAndDoubles() {
        assertThat(users.pluck(User.NAME)).containsExactly("Ada", "Bob", "Cy", "Bob", "New");
        assertThat(users.pluck("age")).containsExactly(36, null, 36, 20, null);
        assertThat(none.pluck("whatever")).isEmpty();
        assertThatThrownBy(() -> users.pluck("nmae"))
                .isInstanceOf(UnknownColumnException.class)
                .hasMessageContaining("did you mean \"name\"");
        assertThatThrownBy(() -> users.pluck(User.NAME).add("x")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void groupByKeepsTheOrderAndTakesNullAsAValue() {
        assertThat(users.groupBy(User.AGE))
                .containsExactly(
                        entry(36, Collection.make(ada, cy)),
                        entry(null, Collection.make(bob, unstored)),
                        entry(20, Collection.make(alsoBob)));
        assertThat(users.groupBy("kind"))
                .containsExactly(
                        entry(Kind.ADMIN, Collection.make(ada)),
                        entry(Kind.MEMBER, Collection.make(bob, cy, alsoBob, unstored)));
        assertThat(none.groupBy(User.AGE)).isEmpty();
        assertThatThrownBy(() -> users.groupBy(User.AGE).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void keyByHasTheLastOfEachValue() {
        assertThat(users.keyBy(User.NAME))
                .containsExactly(entry("Ada", ada), entry("Bob", alsoBob), entry("Cy", cy), entry("New", unstored));
        assertThat(users.keyBy(User.ID))
                .containsEntry(3L, cy)
                .containsEntry(null, unstored)
                .hasSize(5);
        assertThat(users.keyBy("id")).containsEntry(3L, cy);
        assertThat(none.keyBy(User.ID)).isEmpty();
    }

    @Test
    void countByCountsNullToo() {
        assertThat(users.countBy(User.AGE)).containsExactly(entry(36, 2L), entry(null, 2L), entry(20, 1L));
        assertThat(users.countBy("name")).containsEntry("Bob", 2L).hasSize(4);
        assertThat(none.countBy(User.AGE)).isEmpty();
    }

    // Numbers

    @Test
    void sumsAreExactAndPassOverNulls() {
        assertThat(users.sum(User.AGE)).isEqualByComparingTo("92");
        assertThat(users.sum("age")).isEqualByComparingTo("92");
        assertThat(users.sum(user -> 0.1)).isEqualByComparingTo("0.5");
        assertThat(none.sum(User.AGE)).isEqualByComparingTo("0");
        assertThat(Collection.make(bob).sum("age")).isEqualByComparingTo("0");
        assertThatThrownBy(() -> users.sum("name"))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("users.name is no number");
    }

    @Test
    void averagesPassOverNullsAndAreEmptyOfNone() {
        assertThat(users.avg(User.AGE).orElseThrow()).isEqualByComparingTo("30.66666666666666666666666666666667");
        assertThat(Collection.make(ada, alsoBob).avg("age").orElseThrow()).isEqualByComparingTo("28");
        assertThat(Collection.make(bob).avg(User.AGE)).isEmpty();
        assertThat(none.avg("age")).isEmpty();
    }

    @Test
    void minAndMaxPassOverNullsAndAreEmptyOfNone() {
        assertThat(users.min(User.AGE)).contains(20);
        assertThat(users.max(User.AGE)).contains(36);
        assertThat(users.min("name")).contains("Ada");
        assertThat(users.max("name")).contains("New");
        assertThat(Collection.make(bob).min(User.AGE)).isEmpty();
        assertThat(none.max("age")).isEmpty();
        Collection<Post> posts =
                Collection.make(new Post().set(Post.DATA, new byte[] {1}), new Post().set(Post.DATA, new byte[] {2}));
        assertThatThrownBy(() -> posts.max("data")).isInstanceOf(InvalidUsageException.class);
    }

    // In another order

    @Test
    void sortByHasNullsFirstAndKeepsTheOrderOfEquals() {
        assertThat(users.sortBy(User.AGE)).containsExactly(bob, unstored, alsoBob, ada, cy);
        assertThat(users.sortBy("name")).containsExactly(ada, bob, alsoBob, cy, unstored);
        assertThat(none.sortBy("name")).isEmpty();
        assertThat(users).containsExactly(ada, bob, cy, alsoBob, unstored);
    }

    @Test
    void sortByDescHasNullsLastAndKeepsTheOrderOfEquals() {
        assertThat(users.sortByDesc(User.AGE)).containsExactly(ada, cy, alsoBob, bob, unstored);
        assertThat(users.sortByDesc("age")).containsExactly(ada, cy, alsoBob, bob, unstored);
        assertThat(users.sortByDesc(User.KIND)).containsExactly(ada, bob, cy, alsoBob, unstored);
    }

    @Test
    void shuffleHasTheSameModelsAndFollowsFromItsRandomNumbers() {
        assertThat(users.shuffle()).containsExactlyInAnyOrderElementsOf(users);
        assertThat(users.shuffle(new Random(7))).isEqualTo(users.shuffle(new Random(7)));
        Collection<User> many = Collection.times(100, i -> new User());
        assertThat(many.shuffle()).isNotEqualTo(many);
    }

    // With others

    @Test
    void setsAreByKeyAndOfModelsWithoutOneByObject() {
        User adaElsewhere = user(1L, "Ada elsewhere", null);
        User otherUnstored = new User();
        List<User> others = List.of(adaElsewhere, unstored, otherUnstored);
        assertThat(users.diff(others)).containsExactly(bob, cy, alsoBob);
        assertThat(users.intersect(others)).containsExactly(ada, unstored);
        assertThat(users.merge(others)).containsExactly(adaElsewhere, bob, cy, alsoBob, unstored, otherUnstored);
        assertThat(users.diff(none)).isEqualTo(users);
        assertThat(users.intersect(none)).isEmpty();
        assertThat(none.merge(users)).isEqualTo(users);
        assertThat(none.diff(users)).isEmpty();
    }

    @Test
    void onlyAndExceptChooseByKeyAndDontMindThoseThatAreMissing() {
        assertThat(users.only(3, 1L, 99)).containsExactly(ada, cy);
        assertThat(users.except(3, 1L, 99)).containsExactly(bob, alsoBob, unstored);
        assertThat(users.only()).isEmpty();
        assertThat(users.except()).isEqualTo(users);
        assertThat(none.only(1)).isEmpty();
        assertThat(none.except(1)).isEmpty();
    }

    // Whatever the chain is at

    @Test
    void tapLooksAndPipeLeads() {
        List<Integer> sizes = new ArrayList<>();
        assertThat(users.tap(all -> sizes.add(all.size()))).isSameAs(users);
        assertThat(sizes).containsExactly(5);
        assertThat(users.<List<String>>pipe(all -> all.pluck(User.NAME))).hasSize(5);
    }

    @Test
    void whenAndUnlessChangeOnTheirCondition() {
        assertThat(users.when(true, all -> all.take(1))).containsExactly(ada);
        assertThat(users.when(false, all -> all.take(1))).isSameAs(users);
        assertThat(users.unless(false, all -> all.take(1))).containsExactly(ada);
        assertThat(users.unless(true, all -> all.take(1))).isSameAs(users);
    }

    @Test
    void whenEmptyAndWhenNotEmptyAskTheCollection() {
        assertThat(none.whenEmpty(all -> Collection.make(ada))).containsExactly(ada);
        assertThat(users.whenEmpty(all -> none)).isSameAs(users);
        assertThat(users.whenNotEmpty(all -> all.take(1))).containsExactly(ada);
        assertThat(none.whenNotEmpty(all -> users)).isSameAs(none);
    }

    // Without a database

    @Test
    void nothingIsLoadedForNoModels() {
        assertThat(none.load(User.POSTS).block()).isSameAs(none);
        assertThat(none.load("posts.author").block()).isSameAs(none);
        assertThat(none.loadMissing(User.POSTS, User.TAGS).block()).isSameAs(none);
        assertThat(none.loadMissing("posts.author").block()).isSameAs(none);
        assertThat(none.loadCount(User.POSTS).block()).isSameAs(none);
        assertThat(none.fresh().block()).isEmpty();
        Collection<User> unstoredOnly = Collection.make(unstored);
        assertThat(unstoredOnly.fresh().block()).isEmpty();
        assertThat(unstoredOnly.loadCount(User.POSTS).block()).isSameAs(unstoredOnly);
    }

    @Test
    void whatIsForOutsideGoesForEachModel() {
        Tag one = new Tag().set(Tag.ID, 1L).set(Tag.NAME, "a");
        Tag two = new Tag().set(Tag.ID, 2L).set(Tag.NAME, "b");
        Collection<Tag> tags = Collection.make(one, two);
        assertThat(tags.toJson()).isEqualTo("[{\"id\":1,\"name\":\"a\"},{\"id\":2,\"name\":\"b\"}]");
        assertThat(tags.makeHidden("id").toMaps()).containsExactly(Map.of("name", "a"), Map.of("name", "b"));
        assertThat(tags.makeVisible("id").toMaps().get(0)).containsEntry("id", 1L);
        assertThat(Collection.<Tag>make().toJson()).isEqualTo("[]");
    }

    private static User user(long id, String name, @Nullable Integer age) {
        User user = new User().set(User.ID, id).set(User.NAME, name).set(User.AGE, age);
        user.attributes().markStored();
        return user;
    }
}
