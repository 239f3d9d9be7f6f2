package dev.ilana.examples.benchmark;

import static dev.ilana.examples.benchmark.NewUser.NEW_USERS;
import static dev.ilana.examples.benchmark.User.USERS;

import dev.ilana.DB;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** This library, on its default database. */
final class WithModels implements Contestant<User, User> {

    @Override
    public String name() {
        return "models";
    }

    @Override
    public Mono<User> find(long id) {
        return USERS.find(id);
    }

    @Override
    public Mono<List<User>> read(int limit) {
        return USERS.query().limit(limit).get().collectList();
    }

    @Override
    public Mono<List<User>> readWithPosts(int limit) {
        return USERS.with(User.POSTS).orderBy(User.ID).limit(limit).get().collectList();
    }

    @Override
    public Mono<Long> insert(int first, int count) {
        return DB.transaction(
                () -> NEW_USERS.bulkInsert(Flux.range(first, count).map(WithModels::numbered)));
    }

    private static NewUser numbered(int n) {
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

    @Override
    public UserRow row(User user) {
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

    @Override
    public Author author(User user) {
        return new Author(
                row(user), user.get(User.POSTS).stream().map(WithModels::row).toList());
    }

    private static PostRow row(Post post) {
        return new PostRow(
                post.get(Post.ID),
                post.get(Post.USER_ID),
                post.get(Post.TITLE),
                post.get(Post.VIEWS),
                post.get(Post.CREATED_AT));
    }
}
