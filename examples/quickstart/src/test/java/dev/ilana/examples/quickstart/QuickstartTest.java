package dev.ilana.examples.quickstart;

import static dev.ilana.examples.quickstart.Comment.COMMENTS;
import static dev.ilana.examples.quickstart.Post.POSTS;
import static dev.ilana.examples.quickstart.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.query.Page;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.MigrationFailedException;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** What the quickstart shows is so, on each database it says it runs on. Times and heap are for people to read. */
class QuickstartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Blog SMALL = new Blog(60, 600, 2_500);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"H2", "POSTGRESQL", "MARIADB"})
    void eachStepShowsWhatItSays(DatabaseKind kind) {
        try (TestDatabase database = TestServers.require(kind).createDatabase("quickstart")) {
            Quickstart quickstart = quickstart(database);
            quickstart.closing(facts(quickstart)).block(PATIENCE);
        }
    }

    private static Mono<Void> facts(Quickstart quickstart) {
        return quickstart
                .migrate()
                .doOnNext(migrations -> assertThat(migrations).isEqualTo(3))
                .then(quickstart.seed())
                .doOnNext(statements -> assertThat(statements).as("batches").isLessThan(20))
                .then(Mono.zip(USERS.count(), POSTS.count(), COMMENTS.count()))
                .doOnNext(counts -> assertThat(counts.toList()).containsExactly(60L, 600L, 2_500L))
                .then(quickstart.eagerLoading())
                .doOnNext(statements ->
                        assertThat(statements).as("users and two levels").isEqualTo(3))
                .then(quickstart.page())
                .doOnNext(QuickstartTest::isTheSecondPage)
                .then(quickstart.aggregates())
                .zipWhen(found -> POSTS.query().withCount(Post.COMMENTS).get().collectList())
                .doOnNext(both -> assertThat(both.getT1())
                        .isEqualTo(both.getT2().stream()
                                .filter(post -> post.countOf(Post.COMMENTS) == 0)
                                .count()))
                .then(karma())
                .zipWhen(before -> quickstart.deadlock())
                .doOnNext(both -> assertThat(both.getT2()).as("attempts of two").isGreaterThan(2))
                .zipWhen(transferred -> karma())
                .doOnNext(both -> assertThat(both.getT2())
                        .as("karma")
                        .isEqualByComparingTo(both.getT1().getT1()))
                .then(quickstart.stream())
                .doOnNext(streamed -> assertThat(streamed).isEqualTo(2_500))
                .thenMany(Quickstart.everyComment()
                        .doOnNext(comment ->
                                assertThat(comment.post().author().name()).isNotEmpty()))
                .map(Comment::id)
                .collectList()
                .doOnNext(ids -> assertThat(ids).hasSize(2_500).doesNotHaveDuplicates())
                .then();
    }

    private static Mono<BigDecimal> karma() {
        return USERS.query().sum(User.KARMA);
    }

    private static void isTheSecondPage(Page<Post> page) {
        assertThat(page.currentPage()).isEqualTo(2);
        assertThat(page.data()).hasSize(5).allMatch(post -> post.get(Post.PUBLISHED));
    }

    @Test
    void itCanRunAgainBesideTheTablesOfOthers() {
        onH2(h2 -> theirs("theirs")
                .then(quickstart(h2).run())
                .then(quickstart(h2).run())
                .then(Mono.zip(USERS.count(), DB.table("theirs").count()))
                .doOnNext(counts -> assertThat(counts.toList()).isEqualTo(List.of(60L, 1L))));

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("3 migrations run", "6 migrations run");
    }

    @Test
    void aTableOfTheSameNameThatIsNotItsOwnIsKept() {
        onH2(h2 -> theirs("posts")
                .then(quickstart(h2).run().onErrorComplete(MigrationFailedException.class))
                .then(quickstart(h2).run().onErrorComplete(MigrationFailedException.class))
                .then(DB.table("posts").get().single())
                .doOnNext(row -> assertThat(row.get("name")).isEqualTo("kept")));

        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("Insert a blog");
    }

    private static Mono<Long> theirs(String table) {
        return Schema.current()
                .create(table, columns -> columns.string("name"))
                .then(DB.table(table).insert(Map.of("name", "kept")));
    }

    private static void onH2(Function<TestDatabase, Mono<?>> work) {
        try (TestDatabase h2 = TestServers.require(DatabaseKind.H2).createDatabase("quickstart")) {
            Mono.usingWhen(
                            Mono.just(Database.connect(h2.url())),
                            owner -> work.apply(h2).then().contextWrite(owner.use()),
                            Database::close)
                    .block(PATIENCE);
        }
    }

    private Quickstart quickstart(TestDatabase database) {
        return new Quickstart(
                database.url(), SMALL, new Printer(new PrintStream(printed, true, StandardCharsets.UTF_8)));
    }
}
