package dev.ilana.examples.benchmark.work;

import reactor.core.publisher.Mono;

/** Further work of a contestant whose code makes the common form itself. */
public interface HandMappedFurther extends HandMapped, FurtherWork<CommentedAuthor, CountedUser> {

    /** There is no way to join them: each goes by itself. */
    @Override
    default Mono<Long> findTogether(long id) {
        return find(id).map(UserRow::id);
    }

    @Override
    default CommentedAuthor commented(CommentedAuthor user) {
        return user;
    }

    @Override
    default CountedUser counted(CountedUser user) {
        return user;
    }
}
