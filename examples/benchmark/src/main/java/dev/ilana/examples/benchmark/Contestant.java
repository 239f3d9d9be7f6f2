package dev.ilana.examples.benchmark;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * One way to read and write users.
 *
 * @param <U> what it makes of a row
 * @param <W> what it makes of a row and those that belong to it
 */
interface Contestant<U, W> {

    String name();

    /** The user of this id; empty when there is none. */
    Mono<U> find(long id);

    /** The first users, as they lie in the table. */
    Mono<List<U>> read(int limit);

    /** The first users by id, each with its posts; two statements. */
    Mono<List<W>> readWithPosts(int limit);

    /** Adds the users that the numbers from this one on stand for, in one transaction; gives their number. */
    Mono<Long> insert(int first, int count);

    /** The same user in the common form: for checking, never timed. */
    UserRow row(U user);

    /** The same of a user with its posts. */
    Author author(W user);
}
