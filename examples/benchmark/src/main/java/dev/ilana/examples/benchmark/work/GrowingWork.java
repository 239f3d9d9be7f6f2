package dev.ilana.examples.benchmark.work;

import reactor.core.publisher.Mono;

/** What is done in growing sizes, to see how the cost grows. */
public interface GrowingWork {

    /** How many relations a user can be asked for. */
    int RELATIONS = 64;

    /** Reads the first events, as they lie in the table, holding a few at once; gives their number. */
    Mono<Long> readEvents(int limit);

    /**
     * Reads the first users by id, each with so many relations, every one of them to the posts, by a statement for each
     * relation; gives the number of posts in all of them.
     *
     * @param relations at most {@value #RELATIONS}
     */
    Mono<Long> readWithRelations(int limit, int relations);
}
