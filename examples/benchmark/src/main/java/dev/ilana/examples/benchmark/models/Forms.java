package dev.ilana.examples.benchmark.models;

import static dev.ilana.examples.benchmark.models.NewUser.NEW_USERS;
import static dev.ilana.examples.benchmark.models.User.USERS;

import dev.ilana.examples.benchmark.work.Author;
import dev.ilana.examples.benchmark.work.CommentRow;
import dev.ilana.examples.benchmark.work.CommentedAuthor;
import dev.ilana.examples.benchmark.work.CommentedPost;
import dev.ilana.examples.benchmark.work.CountedUser;
import dev.ilana.examples.benchmark.work.PostRow;
import dev.ilana.examples.benchmark.work.UserRow;

/** Models in the common form, and what is to be added as models. */
final class Forms {

    private Forms() {}

    static NewUser numbered(int n) {
        UserRow row = UserRow.numbered(n);
        return new NewUser()
                .set(NewUser.NAME, row.name())
                .set(NewUser.EMAIL, row.email())
                .set(NewUser.AGE, row.age())
                .set(NewUser.ACTIVE, row.active())
                .set(NewUser.BALANCE, row.balance())
                .set(NEW_USERS.createdAt(), row.createdAt())
                .set(NEW_USERS.updatedAt(), row.updatedAt());
    }

    static UserRow row(User user) {
        return new UserRow(
                user.get(User.ID),
                user.get(User.NAME),
                user.get(User.EMAIL),
                user.get(User.AGE),
                user.get(User.ACTIVE),
                user.get(User.BALANCE),
                user.get(USERS.createdAt()),
                user.get(USERS.updatedAt()));
    }

    static Author author(User user) {
        return new Author(
                row(user), user.get(User.POSTS).stream().map(Forms::row).toList());
    }

    static CommentedAuthor commented(User user) {
        return new CommentedAuthor(
                row(user), user.get(User.POSTS).stream().map(Forms::commented).toList());
    }

    private static CommentedPost commented(Post post) {
        return new CommentedPost(
                row(post), post.get(Post.COMMENTS).stream().map(Forms::row).toList());
    }

    static CountedUser counted(User user) {
        return new CountedUser(row(user), user.countOf(User.POSTS));
    }

    private static PostRow row(Post post) {
        return new PostRow(
                post.get(Post.ID),
                post.get(Post.USER_ID),
                post.get(Post.TITLE),
                post.get(Post.VIEWS),
                post.get(Post.CREATED_AT));
    }

    private static CommentRow row(Comment comment) {
        return new CommentRow(
                comment.get(Comment.ID),
                comment.get(Comment.POST_ID),
                comment.get(Comment.BODY),
                comment.get(Comment.CREATED_AT));
    }
}
