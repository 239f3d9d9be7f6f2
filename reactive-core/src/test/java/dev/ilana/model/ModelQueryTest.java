package dev.ilana.model;

import static dev.ilana.model.Shop.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.connection.Database;
import dev.ilana.error.InvalidOperatorException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.UnconditionalWriteException;
import dev.ilana.model.Shop.Post;
import dev.ilana.model.Shop.Tag;
import dev.ilana.model.Shop.User;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.And;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.Group;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.Criterion.Not;
import dev.ilana.sql.Criterion.Or;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Order;
import dev.ilana.sql.Select;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ModelQueryTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private static final Condition<Tag> A = Tag.NAME.eq("a");
    private static final Condition<Tag> B = Tag.NAME.eq("b");
    private static final Condition<Tag> C = Tag.NAME.eq("c");

    private static Criterion is(String name) {
        return new Comparison(new ColumnRef("tags", "name"), Operator.EQ, Value.of(name));
    }

    // Conditions

    @Test
    void aConditionReadsAsItIsWritten() {
        assertThat(A.or(B).and(C).criterion())
                .isEqualTo(new And(List.of(new Group(new Or(List.of(is("a"), is("b")))), is("c"))));
        assertThat(A.and(B.or(C)).criterion())
                .isEqualTo(new And(List.of(is("a"), new Group(new Or(List.of(is("b"), is("c")))))));
        assertThat(A.and(B).or(C).criterion()).isEqualTo(new Or(List.of(new And(List.of(is("a"), is("b"))), is("c"))));
        assertThat(A.or(B).not().criterion()).isEqualTo(new Not(new Or(List.of(is("a"), is("b")))));
    }

    @Test
    void aConditionIsNotChangedByWhatIsMadeOfIt() {
        Condition<Tag> condition = Tag.NAME.eq("a");
        assertThat(condition.and(B).or(C).not()).isNotSameAs(condition);
        assertThat(condition.criterion()).isEqualTo(is("a"));
    }

    @Test
    void aConditionOfAQueryStaysOneWhateverIsSaidAfterIt() {
        assertThat(where(Tag.TAGS.where(A.or(B)).where(C)))
                .isEqualTo(new And(List.of(new Group(new Or(List.of(is("a"), is("b")))), is("c"))));
        assertThat(where(Tag.TAGS.where(A.or(B)).orWhere(C)))
                .isEqualTo(new Or(List.of(new Group(new Or(List.of(is("a"), is("b")))), is("c"))));
    }

    @Test
    void aFlatChainReadsAsSqlReadsIt() {
        assertThat(where(Tag.TAGS.where("name", "a").orWhere("name", "b").where("name", "c")))
                .isEqualTo(new Or(List.of(is("a"), new And(List.of(is("b"), is("c"))))));
    }

    @Test
    void aGroupIsOneConditionAndAnEmptyOneIsNone() {
        assertThat(where(Tag.TAGS
                        .where(group -> group.where("name", "a").orWhere("name", "b"))
                        .where("name", "c")))
                .isEqualTo(new And(List.of(new Group(new Or(List.of(is("a"), is("b")))), is("c"))));
        assertThat(where(Tag.TAGS.where(group -> group))).isNull();
        assertThat(where(Tag.TAGS.query().whereNot(group -> group.where("name", "a"))))
                .isEqualTo(new Not(is("a")));
    }

    @Test
    void aNullMeansIsNullWhereThatCanBeMeant() {
        IsNull isNull = new IsNull(new ColumnRef("posts", "day"), false);
        assertThat(where(Post.POSTS.where("day", null))).isEqualTo(isNull);
        assertThat(where(Post.POSTS.where("day", "=", null))).isEqualTo(isNull);
        assertThat(where(Post.POSTS.where("day", "!=", null)))
                .isEqualTo(new IsNull(new ColumnRef("posts", "day"), true));
        assertThatThrownBy(() -> Post.POSTS.where("day", ">", null)).isInstanceOf(NullNotAllowedException.class);
    }

    @Test
    void wordsOutsideTheirClosedSetsAreRefusedAtOnce() {
        assertThatThrownBy(() -> Tag.TAGS.where("name", "= 1 or", "x")).isInstanceOf(InvalidOperatorException.class);
        assertThatThrownBy(() -> Tag.TAGS.orderBy("name", "asc; drop")).isInstanceOf(InvalidOperatorException.class);
        assertThatThrownBy(() -> Tag.TAGS.limit(-1)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> Tag.TAGS.query().offset(-1)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> Tag.TAGS.paginate(0, 15)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> Tag.TAGS.paginate(1, 0)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> Tag.TAGS.query().lazyById(0)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> Tag.TAGS.limit(5).lazyById(10)).isInstanceOf(InvalidUsageException.class);
    }

    // Immutability

    @Test
    void aQueryIsNotChangedByWhatIsMadeOfIt() {
        ModelQuery<Tag> query = Tag.TAGS.where(A).orderBy("name").limit(5);
        Select before = Shop.statement(query);
        List<ModelQuery<Tag>> made = List.of(
                query.where(B),
                query.orWhere(B),
                query.where("name", "x"),
                query.whereIn("id", List.of(1L)),
                query.orderBy(Tag.ID.desc()),
                query.reorder(),
                query.limit(1),
                query.offset(3),
                query.everything(),
                query.constrained(is("x")));
        assertThat(made).doesNotContain(query);
        assertThat(Shop.statement(query)).isEqualTo(before);
        assertThat(Shop.statement(Tag.TAGS.query()).where()).isNull();
    }

    @Test
    void aListGivenToAQueryIsCopied() {
        List<Long> keys = new java.util.ArrayList<>(List.of(1L));
        ModelQuery<Tag> query = Tag.TAGS.whereIn("id", keys);
        keys.add(2L);
        assertThat(((Criterion.In) Objects.requireNonNull(where(query))).values())
                .hasSize(1);
    }

    // Soft deletes

    @Test
    void aQueryOfATableWithSoftDeletesSaysWhichRowsItSees() {
        ColumnRef deleted = new ColumnRef("users", "deleted_at");
        assertThat(where(User.USERS.query())).isEqualTo(new IsNull(deleted, false));
        assertThat(where(User.USERS.query().withTrashed())).isNull();
        assertThat(where(User.USERS.query().onlyTrashed())).isEqualTo(new IsNull(deleted, true));
        assertThat(where(Tag.TAGS.query())).isNull();
    }

    @Test
    void noOrOfTheCallerLetsADeletedRowIn() {
        Criterion where =
                Objects.requireNonNull(where(User.USERS.where("name", "a").orWhere("name", "b")));
        assertThat(where).isInstanceOfSatisfying(And.class, and -> {
            assertThat(and.parts()).hasSize(2);
            assertThat(and.parts().get(0)).isEqualTo(new IsNull(new ColumnRef("users", "deleted_at"), false));
            assertThat(and.parts().get(1)).isInstanceOf(Or.class);
        });
    }

    // What is asked for

    @Test
    void everyColumnIsNamedAndTheOrderIsTheCallers() {
        Select select = Shop.statement(Tag.TAGS.orderBy(Tag.NAME.desc()));
        assertThat(select.columns().stream().map(selection -> selection.expression()))
                .containsExactly(new ColumnRef("tags", "id"), new ColumnRef("tags", "name"));
        assertThat(select.orders()).containsExactly(new Order(new ColumnRef("tags", "name"), Order.Direction.DESC));
        assertThat(Shop.statement(User.USERS.latest()).orders())
                .containsExactly(new Order(new ColumnRef("users", "created_at"), Order.Direction.DESC));
        assertThatThrownBy(Tag.TAGS::latest).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    void aScopeIsAPartOfAQuery() {
        Scope<Tag> named = query -> query.where(A);
        assertThat(where(Tag.TAGS.where(B).scope(named))).isEqualTo(new And(List.of(is("b"), is("a"))));
    }

    @Test
    void aDeleteOfEverythingIsSaidByWord() {
        assertThatThrownBy(() -> Tag.TAGS.query().delete())
                .isInstanceOf(UnconditionalWriteException.class)
                .hasMessageContaining("everything()");
    }

    /** Against rows: five tags, a to e. */
    @Nested
    class OfRows {

        private final Database database = Database.connect("h2:mem:model_" + NAMES.incrementAndGet());

        @BeforeEach
        void createTags() {
            await(database.executor()
                    .update(Sql.of("create table tags (id bigint generated by default as identity primary key, name"
                            + " varchar(20) not null)")));
            await(Flux.just("a", "b", "c", "d", "e")
                    .concatMap(name -> Tag.TAGS.create(Map.of("name", name)))
                    .then(Mono.just(true)));
        }

        @AfterEach
        void close() {
            database.close().block(LONG);
        }

        @Test
        void aQueryUsedTwiceGivesTheSameTwice() {
            ModelQuery<Tag> query = Tag.TAGS.where(A.or(B)).orderBy("name");
            assertThat(names(query.get())).containsExactly("a", "b");
            assertThat(names(query.where(B).get())).containsExactly("b");
            assertThat(await(query.count())).isEqualTo(2);
            assertThat(names(query.get())).containsExactly("a", "b");
        }

        @Test
        void findGivesTheModelOfTheKeyOrNothing() {
            assertThat(await(Tag.TAGS.find(3)).get(Tag.NAME)).isEqualTo("c");
            assertThat(await(Tag.TAGS.find(77).hasElement())).isFalse();
            assertThat(await(Tag.TAGS.where(A.or(B)).find(3).hasElement())).isFalse();
        }

        @Test
        void findGivesTheModelOfTheKeyAlsoAfterAnOr() {
            ModelQuery<Tag> query = Tag.TAGS.where("name", "a").orWhere("name", "b");
            assertThat(await(query.find(2)).get(Tag.NAME)).isEqualTo("b");
            assertThat(names(query.findMany(List.of(2L)))).containsExactly("b");
        }

        @Test
        void lazyByIdGivesEachModelOnce() {
            assertThat(names(Tag.TAGS.query().lazyById(2))).containsExactly("a", "b", "c", "d", "e");
            assertThat(names(Tag.TAGS.query().lazyById(5))).containsExactly("a", "b", "c", "d", "e");
            assertThat(names(Tag.TAGS
                            .where(Tag.NAME.eq("a").or(Tag.NAME.gt("c")))
                            .lazyById(1)))
                    .containsExactly("a", "d", "e");
        }

        @Test
        void lazyByIdGivesEachModelOnceAlsoAfterAnOr() {
            assertThat(names(Tag.TAGS
                            .query()
                            .where("name", "a")
                            .orWhere("name", "b")
                            .lazyById(1)
                            .take(10)))
                    .containsExactly("a", "b");
        }

        @Test
        void aDeleteRemovesTheRowsThatFit() {
            assertThat(await(Tag.TAGS.where(A.or(B)).delete())).isEqualTo(2);
            assertThat(names(Tag.TAGS.orderBy("name").get())).containsExactly("c", "d", "e");
        }

        @Test
        void aDeleteNeverRemovesMoreThanItsLimit() {
            Mono<Long> delete = Mono.defer(() ->
                    Tag.TAGS.where(Tag.NAME.gt("a")).orderBy("name").limit(1).delete());
            await(delete.onErrorReturn(InvalidUsageException.class, 0L));
            assertThat(await(Tag.TAGS.count())).isGreaterThanOrEqualTo(4);
        }

        @Test
        void aSaveWritesOnlyWhatIsDirtyAndKnowsItsKey() {
            Tag tag = await(new Tag().set(Tag.NAME, "f").save());
            assertThat(tag.getKey()).isEqualTo(6L);
            assertThat(tag.isStored()).isTrue();
            assertThat(tag.isDirty()).isFalse();
            assertThat(await(tag.set(Tag.NAME, "g").save())).isSameAs(tag);
            assertThat(await(Tag.TAGS.find(6)).get(Tag.NAME)).isEqualTo("g");
            assertThat(await(tag.delete())).isTrue();
            assertThat(await(tag.delete())).isFalse();
        }

        @Test
        void insertManyStoresAllInOrderWithTheirKeys() {
            Flux<Tag> many = Tag.TAGS.insertMany(Flux.range(0, 1_203).map(n -> new Tag().set(Tag.NAME, "t" + n)));
            List<Tag> stored = await(many.collectList());
            assertThat(stored).hasSize(1_203).allMatch(Model::isStored);
            assertThat(stored.stream().map(tag -> tag.get(Tag.NAME)))
                    .startsWith("t0", "t1")
                    .endsWith("t1202");
            assertThat(stored.stream().map(Model::getKey)).startsWith(6L, 7L).doesNotHaveDuplicates();
            assertThat(await(Tag.TAGS.find(6)).get(Tag.NAME)).isEqualTo("t0");
        }

        private List<String> names(Flux<Tag> tags) {
            return await(tags.map(tag -> tag.get(Tag.NAME)).collectList());
        }

        @CanIgnoreReturnValue
        private <T> T await(Mono<T> mono) {
            return Objects.requireNonNull(mono.contextWrite(database.use()).block(LONG));
        }
    }
}
