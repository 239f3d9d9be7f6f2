package dev.ilana.examples.benchmark.work;

import java.util.List;
import java.util.LongSummaryStatistics;
import reactor.core.publisher.Mono;

/**
 * What not every contestant does: finds that go together, relations of more than one level, counts, and many rows with their keys or values of their
 * own.
 *
 * @param <A> what it makes of a user, its posts and their comments
 * @param <C> what it makes of a user and the number of its posts
 */
public interface FurtherWork<A, C> {

    /** Finds the user of this id, together with others that are asked for at once where it has a way for that; gives its id. */
    Mono<Long> findTogether(long id);

    /** The first users by id, each with its posts, and each of those with its comments. */
    Mono<List<A>> readWithComments(int limit);

    /** The first users by id, each with the number of its posts. */
    Mono<List<C>> readWithCounts(int limit);

    /** Reads all events with what they belong to, holding a few at once, and counts and sums the weights of their kinds. */
    Mono<LongSummaryStatistics> sumWeights();

    /**
     * Adds the users that the numbers from this one on stand for, in one transaction, and learns the key of each; gives the
     * number of keys.
     */
    Mono<Long> insertForKeys(int first, int count);

    /**
     * Loads the first users of {@code new_users} by id, makes each a year older and saves them and the time of that, in one
     * transaction; gives the number of rows written.
     */
    Mono<Long> birthdays(int limit);

    /** The same user with its posts and their comments in the common form: for checking, never timed. */
    CommentedAuthor commented(A user);

    /** The same of a user with the number of its posts. */
    CountedUser counted(C user);
}
