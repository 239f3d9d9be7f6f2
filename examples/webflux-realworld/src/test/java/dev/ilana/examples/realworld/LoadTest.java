package dev.ilana.examples.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.examples.realworld.article.Article;
import dev.ilana.examples.realworld.user.User;
import dev.ilana.query.Row;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sixty-four clients at once who read and write. Each must be answered well, so that none met what is asked one by one, which
 * fails here; and afterwards no connection is in use, and the heap is what it was.
 */
class LoadTest extends OnPostgreSql {

    private static final int CONNECTIONS = 10;
    private static final long GROWTH = 16L << 20;

    @Test
    void twoSecondsLeaveNothingBehind() {
        leavesNothingBehind(Duration.ofSeconds(2));
    }

    @Tag("soak")
    @Test
    void aMinuteLeavesNothingBehind() {
        leavesNothingBehind(Duration.ofSeconds(Integer.getInteger("realworld.seconds", 60)));
    }

    private void leavesNothingBehind(Duration time) {
        Load load = new Load(url(), people());
        Load.Report warm = load.run(Duration.ofSeconds(1));
        assertThat(warm.requests()).isPositive();
        long before = heap();

        Load.Report report = load.run(time);

        long growth = heap() - before;
        System.out.printf("%s; heap %+d KiB after it%n", report, growth >> 10);
        assertThat(report.kinds()).as("kinds of requests that were sent").hasSize(Load.KINDS);
        assertThat(database().acquiredConnections()).as("connections in use").isZero();
        assertThat(sessions()).hasSizeLessThanOrEqualTo(CONNECTIONS).allMatch("idle"::equals);
        assertThat(growth).as("growth of the heap").isLessThan(GROWTH);
    }

    private List<Load.Person> people() {
        List<Article> articles = made(Factories.ARTICLE
                .hasAttached(Factories.TAG.times(3), Article.TAGS)
                .times(100)
                .create());
        return articles.stream()
                .map(article -> {
                    User author = article.get(Article.AUTHOR);
                    return new Load.Person(author.get(User.USERNAME), token(author), article.slug());
                })
                .toList();
    }

    /** What the server's sessions of this service do, but for the one that asks. */
    private List<String> sessions() {
        return made(DB.select("select state from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()")
                .map((Row row) -> row.get("state", String.class)));
    }

    private static long heap() {
        for (int times = 0; times < 3; times++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
