package dev.ilana.examples.benchmark;

import dev.ilana.examples.benchmark.Tables.NewUsers;
import dev.ilana.examples.benchmark.work.Author;
import dev.ilana.examples.benchmark.work.Contestant;
import dev.ilana.examples.benchmark.work.FurtherWork;
import dev.ilana.examples.benchmark.work.GrowingWork;
import dev.ilana.examples.benchmark.work.PostRow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Whether the contestants give the same answers and write the same rows: otherwise their times say nothing. */
final class Agreement {

    private static final int AUTHORS = 100;
    private static final int ADDED = 25;
    private static final int RELATIONS = 3;

    private final Tables tables;
    private final Written written;
    private final Scale scale;

    Agreement(Tables tables, Scale scale) {
        this.tables = tables;
        this.written = new Written(tables);
        this.scale = scale;
    }

    /**
     * Nothing, when all do.
     *
     * @throws IllegalStateException when one disagrees with the first that has an answer
     */
    void require(Map<String, Contestant<?, ?>> contestants) {
        Map<String, @Nullable Object> expected = new HashMap<>();
        for (Map.Entry<String, Contestant<?, ?>> contestant : contestants.entrySet()) {
            Map<String, @Nullable Object> answers = answers(contestant.getValue());
            answers.forEach((question, answer) -> {
                if (!expected.containsKey(question)) {
                    expected.put(question, answer);
                }
            });
            requireEqual(contestant.getKey(), expected, answers);
        }
    }

    private static void requireEqual(
            String contestant, Map<String, @Nullable Object> expected, Map<String, @Nullable Object> answers) {
        answers.forEach((question, answer) -> {
            if (!Objects.equals(answer, expected.get(question))) {
                throw new IllegalStateException(contestant + " disagrees about " + question + ": " + answer
                        + " instead of " + expected.get(question));
            }
        });
    }

    private <U, W> Map<String, @Nullable Object> answers(Contestant<U, W> contestant) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        for (long id : List.of(1L, scale.users() / 2L, (long) scale.users(), scale.users() + 1L)) {
            answers.put("user " + id, contestant.find(id).map(contestant::row).block());
        }
        List<U> users = given(contestant.read(scale.readSize()));
        answers.put("the first users", users.stream().map(contestant::row).toList());
        answers.put("the first users and their posts", authors(contestant));
        LongSummaryStatistics events = given(contestant.sumEvents());
        answers.put("the events", List.of(events.getCount(), events.getSum()));
        addWritten(contestant, answers);
        if (contestant instanceof FurtherWork<?, ?> further) {
            answers.putAll(new FurtherAnswers(tables, scale).of(further));
        }
        if (contestant instanceof GrowingWork growing) {
            answers.put("how many first events there are", given(growing.readEvents(scale.readSize())));
            answers.put("how many posts all relations have", given(growing.readWithRelations(AUTHORS, RELATIONS)));
        }
        return answers;
    }

    private void addWritten(Contestant<?, ?> contestant, Map<String, @Nullable Object> answers) {
        tables.prepare(NewUsers.NONE);
        long key = given(contestant.insertOne(7));
        answers.put("the user added", written.added());
        answers.put("the key of the user added", written.hasOnly(key));
        tables.prepare(NewUsers.NONE);
        answers.put("how many users were added", contestant.insert(1, ADDED).block());
        answers.put("the users added", written.added());
        tables.prepare(NewUsers.NONE);
        answers.put("how many users have the key", contestant.addAgeAndCount(9).block());
        answers.put("the user added and changed", written.changed());
        tables.prepare(NewUsers.ALL);
        answers.put("the age after the birthday", contestant.birthday(3).block());
        answers.put("the birthday was noted", written.notedToday());
        answers.put("the users after the birthday", written.changed());
    }

    private static <W> List<Author> authors(Contestant<?, W> contestant) {
        List<W> users = given(contestant.readWithPosts(AUTHORS));
        return users.stream()
                .map(contestant::author)
                .map(author -> new Author(
                        author.user(),
                        author.posts().stream()
                                .sorted(Comparator.comparing(PostRow::id))
                                .toList()))
                .toList();
    }

    private static <T> T given(Mono<T> answer) {
        return answer.single().blockOptional().orElseThrow();
    }
}
