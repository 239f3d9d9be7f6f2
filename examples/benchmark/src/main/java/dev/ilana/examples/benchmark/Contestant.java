package dev.ilana.examples.benchmark;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * One way to read and write users.
 *
 * @param <U> what it makes of a row
 */
interface Contestant<U> {

    String name();

    /** The user of this id; empty when there is none. */
    Mono<U> find(long id);

    /** The first users, as they lie in the table. */
    Mono<List<U>> read(int limit);

    /** Adds the users that the numbers from this one on stand for, in one transaction; gives their number. */
    Mono<Long> insert(int first, int count);

    /** The same user in the common form: for checking, never timed. */
    UserRow row(U user);
}
