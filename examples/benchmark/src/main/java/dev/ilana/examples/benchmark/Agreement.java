package dev.ilana.examples.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether two contestants give the same answers: otherwise their times say nothing. */
final class Agreement {

    private Agreement() {}

    /** Nothing, when they do. */
    static void require(Scale scale, Contestant<?, ?> one, Contestant<?, ?> other) {
        for (long id : List.of(1L, scale.users() / 2L, (long) scale.users(), scale.users() + 1L)) {
            requireEqual("user " + id, found(one, id), found(other, id));
        }
        requireEqual("the first users", read(one, scale), read(other, scale));
        requireEqual("the first users and their posts", authors(one), authors(other));
    }

    private static <W> @Nullable List<Author> authors(Contestant<?, W> contestant) {
        return contestant
                .readWithPosts(100)
                .map(users -> users.stream()
                        .map(contestant::author)
                        .map(author -> new Author(
                                author.user(),
                                author.posts().stream()
                                        .sorted(Comparator.comparing(PostRow::id))
                                        .toList()))
                        .toList())
                .block();
    }

    private static <U> @Nullable UserRow found(Contestant<U, ?> contestant, long id) {
        return contestant.find(id).map(contestant::row).block();
    }

    private static <U> @Nullable List<UserRow> read(Contestant<U, ?> contestant, Scale scale) {
        return contestant
                .read(scale.readSize())
                .map(users -> users.stream().map(contestant::row).toList())
                .block();
    }

    private static void requireEqual(String what, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            throw new IllegalStateException("the contestants disagree about " + what + ": " + one + " and " + other);
        }
    }
}
