package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.EMAIL;
import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.error.InvalidCursorException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.ModelQuery;
import dev.ilana.query.CursorPage;
import dev.ilana.query.Page;
import dev.ilana.query.Query;
import dev.ilana.query.Row;
import dev.ilana.query.SimplePage;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Pages begin behind a row of any order, go on both ways, and their cursors are nobody's to make. */
public interface CursorPageContract extends CrowdContract {

    private static List<ModelQuery<User>> orders() {
        return List.of(
                USERS.query(),
                USERS.orderBy(NAME),
                USERS.orderByDesc(ID),
                USERS.orderBy(AGE).orderBy(ID),
                USERS.orderBy(AGE).orderByDesc(ID),
                USERS.orderByDesc(AGE).orderByDesc(ID),
                USERS.orderBy(AGE.asc().nullsFirst()).orderByDesc(ID),
                USERS.orderBy(AGE.asc().nullsLast()).orderByDesc(ID),
                USERS.orderBy(AGE.desc().nullsLast()).orderBy(ID),
                USERS.orderBy(AGE.desc().nullsFirst()).orderBy(NAME.length()).orderByDesc(EMAIL),
                USERS.orderBy(NAME.lower().desc()).orderBy(AGE).orderBy(ID),
                USERS.latest().orderBy(AGE).orderBy(ID),
                USERS.query()
                        .withCount(POSTS)
                        .orderBy("posts_count", "desc")
                        .orderBy("age")
                        .orderBy("id"),
                USERS.where(AGE.gt(21)).orWhere(AGE.isNull()).orderBy(AGE).orderBy(ID));
    }

    /** All pages from the first to the last, and then back to the first. */
    private static <T> List<List<T>> there(
            Runner run, Function<@Nullable String, Mono<CursorPage<T>>> pages, List<List<T>> back) {
        List<List<T>> there = new ArrayList<>();
        CursorPage<T> page = run.get(pages.apply(null));
        assertThat(page.hasPrevPage()).isFalse();
        assertThat(page.prevCursor()).isNull();
        there.add(page.data());
        while (page.hasNextPage()) {
            page = run.get(pages.apply(Objects.requireNonNull(page.nextCursor())));
            assertThat(page.hasPrevPage()).isTrue();
            there.add(page.data());
        }
        assertThat(page.nextCursor()).isNull();
        back.add(page.data());
        while (page.hasPrevPage()) {
            page = run.get(pages.apply(Objects.requireNonNull(page.prevCursor())));
            assertThat(page.hasNextPage()).isTrue();
            back.add(0, page.data());
        }
        return there;
    }

    @Test
    @Feature("12.1")
    default void pagesGoThereAndBackInEveryOrder(Runner run) {
        for (ModelQuery<User> query : orders()) {
            List<Object> all = run.list(query.get().map(user -> Objects.requireNonNull(user.getKey())));
            for (int size : new int[] {1, 5, 23, 40}) {
                List<List<User>> back = new ArrayList<>();
                List<List<User>> there = there(run, cursor -> query.cursorPaginate(size, cursor), back);

                String which = query.toSql(run.database().dialect()) + " by " + size;
                assertThat(keys(there)).as("there: " + which).containsExactlyElementsOf(all);
                assertThat(keys(back)).as("back: " + which).containsExactlyElementsOf(all);
            }
        }
    }

    private static List<Object> keys(List<List<User>> pages) {
        return pages.stream()
                .flatMap(List::stream)
                .<Object>map(user -> Objects.requireNonNull(user.getKey()))
                .toList();
    }

    @Test
    @Feature("12.1")
    default void rowsWithoutAModelHaveCursorsToo(Runner run) {
        for (Query query : List.of(
                DB.table("users"),
                DB.table("users").select("email", "age").orderBy("age").orderByDesc("id"),
                DB.table("users").select("name").orderBy("age", "desc", "last").orderBy("email"),
                DB.table("users").where("age", ">", 20).orderBy("users.id"))) {
            List<Map<String, Object>> all = run.list(query.get().map(Row::toMap));
            List<List<Row>> back = new ArrayList<>();
            List<List<Row>> there = there(run, cursor -> query.cursorPaginate(4, cursor), back);
            for (List<List<Row>> pages : List.of(there, back)) {
                assertThat(pages.stream().flatMap(List::stream).map(Row::toMap))
                        .as("%s", query.toSql(run.database().dialect()))
                        .containsExactlyInAnyOrderElementsOf(all);
            }
        }
        List<List<String>> back = new ArrayList<>();
        List<List<String>> names =
                there(run, cursor -> USERS.orderByDesc(AGE).select(NAME).cursorPaginate(5, cursor), back);
        assertThat(names).isEqualTo(back).hasSize(5);
        assertThat(run.get(USERS.orderBy(NAME).select(NAME).simplePaginate(5, 5))
                        .data())
                .containsExactly("bob 19", "bob 20", "bob 22");
    }

    @Test
    @Feature("12.1")
    default void whatComesMeanwhileMovesNoOther(Runner run) {
        ModelQuery<User> newest = USERS.orderByDesc(ID);
        CursorPage<User> first = run.get(newest.cursorPaginate(5));
        run.get(User.named("new").save());
        run.get(first.data().get(4).delete());

        CursorPage<User> second = run.get(newest.cursorPaginate(7, first.nextCursor()));

        assertThat(second.data()).extracting(User::name).startsWith("bob 17").hasSize(7);
        assertThat(second.perPage()).isEqualTo(7);
        // The page before is of other rows now, and is said by where it ends.
        assertThat(run.get(newest.cursorPaginate(3, second.prevCursor())).data())
                .extracting(User::name)
                .containsExactly("Ada 21", "bob 20", "bob 19");
    }

    @Test
    @Feature({"11.3", "12.1"})
    default void relationsAreLoadedForThePageOnly(Runner run) {
        CursorPage<User> page = run.get(USERS.with(POSTS).orderBy(ID).cursorPaginate(4));
        assertThat(page.data()).extracting(user -> user.get(POSTS).size()).containsExactly(0, 1, 2, 0);
        assertThat(run.statements()).hasSize(2);

        run.forgetStatements();
        SimplePage<User> simple = run.get(USERS.with(POSTS).orderBy(ID).simplePaginate(2, 4));
        assertThat(simple.data()).extracting(user -> user.get(POSTS).size()).containsExactly(1, 2, 0, 1);
        assertThat(simple.hasMore()).isTrue();
        assertThat(run.statements()).hasSize(2);
        run.get(USERS.with(POSTS).paginate(1, 4));
        assertThat(run.statements()).hasSize(5);
    }

    @Test
    @Feature("12.1")
    default void aSimplePageSaysWhetherThereIsAnother(Runner run) {
        assertThat(run.get(USERS.simplePaginate(1, 22)).hasMore()).isTrue();
        assertThat(run.get(USERS.simplePaginate(1, 23)).hasMore()).isFalse();
        assertThat(run.get(USERS.simplePaginate(3, 10)).data()).hasSize(3);
        assertThat(run.get(USERS.simplePaginate(9, 10)).data()).isEmpty();
        SimplePage<Row> shaped = run.get(
                DB.table("users").select("age").groupBy("age").orderBy("age").simplePaginate(1, 2));
        assertThat(shaped.data()).hasSize(2);
        assertThat(shaped.hasMore()).isTrue();
        Page<Row> counted = run.get(DB.table("users").orderByDesc("age").paginate(3, 10));
        assertThat(counted.total()).isEqualTo(CROWD);
        assertThat(counted.data()).hasSize(3);
    }

    @Test
    @Feature("12.1")
    default void pagesHaveTheShapeOfTheSeedsInJson(Runner run) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        CursorPage<String> page =
                run.get(USERS.orderBy(ID).cursorPaginate(2)).withPath("/users").map(User::name);

        assertThat(json.writeValueAsString(page))
                .isEqualTo("{\"data\":[\"Ada 00\",\"bob 01\"],\"nextCursor\":\"" + page.nextCursor()
                        + "\",\"prevCursor\":null,\"hasNextPage\":true,\"hasPrevPage\":false,\"path\":\"/users\","
                        + "\"perPage\":2}");
        assertThat(json.writeValueAsString(
                        run.get(USERS.orderBy(ID).simplePaginate(12, 2)).map(User::name)))
                .isEqualTo("{\"data\":[\"bob 22\"],\"hasMore\":false}");
    }

    // Cursors

    @Test
    @Feature("12.1")
    default void aCursorThatIsChangedInAnyBitIsRefused(Runner run) {
        ModelQuery<User> query = USERS.orderBy(AGE).orderByDesc(NAME);
        String cursor = Objects.requireNonNull(run.get(query.cursorPaginate(5)).nextCursor());
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        List<String> changed = new ArrayList<>();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] copy = bytes.clone();
            copy[bit / 8] ^= (byte) (1 << (bit % 8));
            changed.add(Base64.getUrlEncoder().withoutPadding().encodeToString(copy));
        }
        for (int i = 0; i < cursor.length(); i++) {
            char[] text = cursor.toCharArray();
            text[i] = text[i] == 'A' ? 'B' : 'A';
            if (cursor.charAt(i) != text[i]) {
                changed.add(new String(text));
            }
            changed.add(cursor.substring(0, i));
            changed.add(cursor.substring(0, i) + "\u0000" + cursor.substring(i));
        }
        // The last character of Base64 has bits that say nothing.
        for (char last : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            if (last != cursor.charAt(cursor.length() - 1)) {
                changed.add(cursor.substring(0, cursor.length() - 1) + last);
            }
        }
        Collections.addAll(
                changed, "", " ", cursor + " ", " " + cursor, cursor + "=", cursor + "A", cursor + cursor, "null", "ü");
        run.forgetStatements();

        List<Throwable> errors = run.list(Flux.fromIterable(changed)
                .concatMap(text -> query.cursorPaginate(5, text)
                        .then(Mono.<Throwable>error(new AssertionError("taken: " + text)))
                        .onErrorResume(Mono::just)));

        assertThat(errors)
                .hasSize(changed.size())
                .allSatisfy(error -> assertThat(error).isInstanceOf(InvalidCursorException.class))
                .allSatisfy(error -> assertThat(error.getMessage()).doesNotContain(cursor.substring(0, 8)));
        assertThat(run.statements()).isEmpty();
        assertThat(run.get(query.cursorPaginate(5, cursor)).data()).hasSize(5);
    }

    @Test
    @Feature("12.1")
    default void aCursorOfAnotherQueryIsRefused(Runner run) {
        String cursor =
                run.get(USERS.where(AGE.gt(20)).orderBy(AGE).cursorPaginate(3)).nextCursor();
        List<Mono<?>> others = List.of(
                USERS.orderBy(AGE).cursorPaginate(3, cursor),
                USERS.where(AGE.gt(21)).orderBy(AGE).cursorPaginate(3, cursor),
                USERS.where(AGE.ge(20)).orderBy(AGE).cursorPaginate(3, cursor),
                USERS.where(AGE.gt(20)).orderByDesc(AGE).cursorPaginate(3, cursor),
                USERS.where(AGE.gt(20)).orderBy(AGE).orderBy(NAME).cursorPaginate(3, cursor),
                USERS.where(AGE.gt(20)).orderBy(ID).cursorPaginate(3, cursor),
                USERS.where(AGE.gt(20)).withTrashed().orderBy(AGE).cursorPaginate(3, cursor),
                USERS.where(AGE.gt(20)).orderBy(AGE).select(NAME).cursorPaginate(3, cursor),
                DB.table("users").where("age", ">", 20).orderBy("age").cursorPaginate(3, cursor),
                Post.POSTS.orderBy(Post.VIEWS).cursorPaginate(3, cursor));
        for (Mono<?> other : others) {
            assertThat(run.error(other)).isInstanceOf(InvalidCursorException.class);
        }
        assertThat(run.get(USERS.where(AGE.gt(20)).orderBy(AGE).cursorPaginate(3, cursor))
                        .data())
                .hasSize(3);
    }

    @Test
    @Feature("12.1")
    default void aCursorIsOfTheKeyItWasSignedWith(Runner run) {
        String key = Base64.getEncoder()
                .encodeToString("a key of just thirty-two bytes!!".getBytes(StandardCharsets.US_ASCII));
        List<Database> databases = List.of(
                Database.builder(run.url()).withCursorKey(key).build(),
                Database.builder(run.url()).withCursorKey(key).build(),
                Database.builder(run.url()).build());
        try {
            List<CursorPage<User>> pages = databases.stream()
                    .map(db -> run.get(USERS.orderBy(ID).on(db).cursorPaginate(3)))
                    .toList();
            String cursor = pages.get(0).nextCursor();
            assertThat(pages.get(1).nextCursor()).isEqualTo(cursor);
            assertThat(run.get(USERS.orderBy(ID).on(databases.get(1)).cursorPaginate(3, cursor))
                            .data())
                    .hasSize(3);
            assertThat(run.error(USERS.orderBy(ID).on(databases.get(2)).cursorPaginate(3, cursor)))
                    .isInstanceOf(InvalidCursorException.class);
            assertThat(run.error(USERS.orderBy(ID).cursorPaginate(3, cursor)))
                    .isInstanceOf(InvalidCursorException.class);
        } finally {
            databases.forEach(db -> run.value(db.close()));
        }
        for (String bad : List.of("", "x", key + "A", key.substring(4), "not base64 at all, but of a fair length")) {
            assertThatThrownBy(() -> Database.builder(run.url()).withCursorKey(bad))
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessageNotContaining(key.substring(4, 20));
        }
    }

    @Test
    @Feature("12.1")
    default void aCursorNamesNoColumn(Runner run) {
        CursorPage<User> page = run.get(
                USERS.orderBy(AGE).orderBy(NAME).orderBy(EMAIL).orderBy(ID).cursorPaginate(8));
        String cursor = Objects.requireNonNull(page.nextCursor());
        String inside =
                new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(List.of("age", "name", "email", "users", "select", "order"))
                .allSatisfy(word -> assertThat(inside).doesNotContain(word));
    }

    @Test
    @Feature("12.1")
    default void theTypedErrorsOfPages(Runner run) {
        assertThatThrownBy(() -> USERS.cursorPaginate(0)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.cursorPaginate(-1, "x")).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.simplePaginate(0, 5)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.simplePaginate(1, 0)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.simplePaginate(Long.MAX_VALUE, 5)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> DB.table("users").paginate(0, 5)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.limit(3).cursorPaginate(5)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.offset(3).simplePaginate(1, 5)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.inRandomOrder().cursorPaginate(5)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.query().orderByRaw("age").cursorPaginate(5))
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> DB.table("users").select("age").distinct().cursorPaginate(5))
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> DB.table("users")
                        .select("age")
                        .union(DB.table("users").select("age"))
                        .cursorPaginate(5))
                .isInstanceOf(InvalidUsageException.class);
        CursorPage<User> none = run.get(USERS.where(NAME.eq("Zoe")).cursorPaginate(5));
        assertThat(none.data()).isEmpty();
        assertThat(none.hasNextPage()).isFalse();
    }
}
