package dev.ilana.examples.benchmark;

import dev.ilana.examples.benchmark.Tables.NewUsers;
import dev.ilana.examples.benchmark.work.CommentRow;
import dev.ilana.examples.benchmark.work.CommentedAuthor;
import dev.ilana.examples.benchmark.work.CommentedPost;
import dev.ilana.examples.benchmark.work.FurtherWork;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What one that does {@link FurtherWork} answers and writes. */
final class FurtherAnswers {

    private static final int AUTHORS = 20;
    private static final int ADDED = 25;
    private static final int CHANGED = 30;

    private final Tables tables;
    private final Written written;
    private final Scale scale;

    FurtherAnswers(Tables tables, Scale scale) {
        this.tables = tables;
        this.written = new Written(tables);
        this.scale = scale;
    }

    <A, C> Map<String, @Nullable Object> of(FurtherWork<A, C> contestant) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        List<A> authors = given(contestant.readWithComments(AUTHORS));
        answers.put(
                "the first users, their posts and comments",
                authors.stream()
                        .map(contestant::commented)
                        .map(FurtherAnswers::sorted)
                        .toList());
        List<C> counted = given(contestant.readWithCounts(scale.readSize()));
        answers.put(
                "the first users and how many posts they have",
                counted.stream().map(contestant::counted).toList());
        LongSummaryStatistics weights = given(contestant.sumWeights());
        answers.put("the weights", List.of(weights.getCount(), weights.getSum()));
        addWritten(contestant, answers);
        return answers;
    }

    private void addWritten(FurtherWork<?, ?> contestant, Map<String, @Nullable Object> answers) {
        tables.prepare(NewUsers.NONE);
        answers.put("how many keys there are", given(contestant.insertForKeys(1, ADDED)));
        answers.put("the users added for their keys", written.added());
        tables.prepare(NewUsers.ALL);
        answers.put("how many users were changed", given(contestant.birthdays(CHANGED)));
        answers.put("the birthdays were noted", written.notedToday());
        answers.put("the users after the birthdays", written.changed());
    }

    private static CommentedAuthor sorted(CommentedAuthor author) {
        return new CommentedAuthor(
                author.user(),
                author.posts().stream()
                        .sorted(Comparator.comparing(post -> post.post().id()))
                        .map(FurtherAnswers::sorted)
                        .toList());
    }

    private static CommentedPost sorted(CommentedPost post) {
        return new CommentedPost(
                post.post(),
                post.comments().stream()
                        .sorted(Comparator.comparing(CommentRow::id))
                        .toList());
    }

    private static <T> T given(Mono<T> answer) {
        return answer.single().blockOptional().orElseThrow();
    }
}
