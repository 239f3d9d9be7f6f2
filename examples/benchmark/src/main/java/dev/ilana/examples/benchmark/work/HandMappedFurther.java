package dev.ilana.examples.benchmark.work;

/** Further work of a contestant whose code makes the common form itself. */
public interface HandMappedFurther extends FurtherWork<CommentedAuthor, CountedUser> {

    @Override
    default CommentedAuthor commented(CommentedAuthor user) {
        return user;
    }

    @Override
    default CountedUser counted(CountedUser user) {
        return user;
    }
}
