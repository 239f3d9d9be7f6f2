package dev.ilana.examples.benchmark.work;

import java.util.List;
import java.util.LongSummaryStatistics;
import reactor.core.publisher.Mono;

/**
 * One way to read and write users, on {@value Address#CONNECTIONS} connections of its own.
 *
 * @param <U> what it makes of a row
 * @param <W> what it makes of a row and those that belong to it
 */
public interface Contestant<U, W> extends AutoCloseable {

    /** The user of this id; empty when there is none. */
    Mono<U> find(long id);

    /** The first users, as they lie in the table. */
    Mono<List<U>> read(int limit);

    /** The first users by id, each with its posts. */
    Mono<List<W>> readWithPosts(int limit);

    /** Adds the user that the number stands for to {@code new_users}, in a transaction of its own; gives its key. */
    Mono<Long> insertOne(int number);

    /** Adds the users that the numbers from this one on stand for, in one transaction; gives their number. */
    Mono<Long> insert(int first, int count);

    /**
     * Loads a user of {@code new_users}, makes it a year older and saves it and the time of that, in one transaction; gives
     * its age now.
     */
    Mono<Integer> birthday(long id);

    /**
     * Adds the user that the number stands for, sets its age to 99 by an update and counts those that have its key, in one
     * transaction; gives that count.
     */
    Mono<Long> addAgeAndCount(int number);

    /** Reads all events, holding a few at once, and counts and sums their ids. */
    Mono<LongSummaryStatistics> sumEvents();

    /** The same user in the common form: for checking, never timed. */
    UserRow row(U user);

    /** The same of a user with its posts. */
    Author author(W user);

    /** Closes its connections; blocks. */
    @Override
    void close();
}
