package dev.ilana.examples.benchmark.models;

import static dev.ilana.examples.benchmark.models.Event.EVENTS;
import static dev.ilana.examples.benchmark.models.NewUser.NEW_USERS;
import static dev.ilana.examples.benchmark.models.User.USERS;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.examples.benchmark.work.Author;
import dev.ilana.examples.benchmark.work.Contestant;
import dev.ilana.examples.benchmark.work.PostRow;
import dev.ilana.examples.benchmark.work.UserRow;
import java.util.List;
import java.util.LongSummaryStatistics;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** This library, on its default database. */
public final class WithModels implements Contestant<User, User> {

    private static final int WINDOW = 1_000;

    private final Database database;

    private WithModels(Database database) {
        this.database = database;
    }

    /** Makes it the default database. */
    public static WithModels open(Address address) {
        Database database = Database.connect(address.r2dbcUrl());
        DB.setDefault(database);
        return new WithModels(database);
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
    public Mono<Long> insertOne(int number) {
        return numbered(number).save().map(user -> user.get(NewUser.ID));
    }

    @Override
    public Mono<Long> insert(int first, int count) {
        return DB.transaction(
                () -> NEW_USERS.bulkInsert(Flux.range(first, count).map(WithModels::numbered)));
    }

    @Override
    public Mono<Integer> birthday(long id) {
        return DB.transaction(() -> NEW_USERS
                .find(id)
                .flatMap(
                        user -> user.set(NewUser.AGE, user.get(NewUser.AGE) + 1).save())
                .map(user -> user.get(NewUser.AGE)));
    }

    @Override
    public Mono<Long> addAgeAndCount(int number) {
        return DB.transaction(() -> numbered(number)
                .save()
                .map(user -> NEW_USERS.where(NewUser.ID.eq(user.get(NewUser.ID))))
                .flatMap(same -> same.update(NewUser.AGE.to(99)).then(same.count())));
    }

    @Override
    public Mono<LongSummaryStatistics> sumEvents() {
        return EVENTS.query()
                .cursor(WINDOW)
                .collect(LongSummaryStatistics::new, (sum, event) -> sum.accept(event.get(Event.ID)));
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

    @Override
    public void close() {
        database.close().block();
    }
}
