package dev.ilana.examples.benchmark.models;

import static dev.ilana.examples.benchmark.models.Event.EVENTS;
import static dev.ilana.examples.benchmark.models.NewUser.NEW_USERS;
import static dev.ilana.examples.benchmark.models.User.USERS;
import static dev.ilana.examples.benchmark.models.WideUser.WIDE_USERS;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.examples.benchmark.work.Author;
import dev.ilana.examples.benchmark.work.CommentedAuthor;
import dev.ilana.examples.benchmark.work.Contestant;
import dev.ilana.examples.benchmark.work.CountedUser;
import dev.ilana.examples.benchmark.work.FurtherWork;
import dev.ilana.examples.benchmark.work.GrowingWork;
import dev.ilana.examples.benchmark.work.UserRow;
import dev.ilana.model.ModelQuery;
import dev.ilana.relation.HasMany;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** This library, on its default database. */
public final class WithModels implements Contestant<User, User>, FurtherWork<User, User>, GrowingWork {

    private static final int WINDOW = 1_000;
    private static final int BUFFER = 10_000;

    private final Database database;
    private final Database batching;

    private WithModels(Database database, Database batching) {
        this.database = database;
        this.batching = batching;
    }

    /** Makes it the default database. */
    public static WithModels open(Address address) {
        Database database = Database.connect(address.r2dbcUrl());
        DB.setDefault(database);
        return new WithModels(
                database,
                Database.builder(address.r2dbcUrl()).withBatchedFinds().build());
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
        return Forms.numbered(number).save().map(user -> user.get(NewUser.ID));
    }

    @Override
    public Mono<Long> insert(int first, int count) {
        return DB.transaction(
                () -> NEW_USERS.bulkInsert(Flux.range(first, count).map(Forms::numbered)));
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
        return DB.transaction(() -> Forms.numbered(number)
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

    @Override
    public Mono<Long> findTogether(long id) {
        return find(id).map(user -> user.get(User.ID)).contextWrite(batching.use());
    }

    @Override
    public Mono<List<User>> readWithComments(int limit) {
        return USERS.with(User.POSTS, posts -> posts.with(Post.COMMENTS))
                .orderBy(User.ID)
                .limit(limit)
                .get()
                .collectList();
    }

    @Override
    public Mono<List<User>> readWithCounts(int limit) {
        return USERS.query()
                .withCount(User.POSTS)
                .orderBy(User.ID)
                .limit(limit)
                .get()
                .collectList();
    }

    @Override
    public Mono<LongSummaryStatistics> sumWeights() {
        return EVENTS.with(Event.KIND_OF_EVENT)
                .cursor(WINDOW)
                .collect(LongSummaryStatistics::new, (sum, event) -> sum.accept(weight(event)));
    }

    private static int weight(Event event) {
        return Objects.requireNonNull(event.get(Event.KIND_OF_EVENT)).get(Kind.WEIGHT);
    }

    @Override
    public Mono<Long> insertForKeys(int first, int count) {
        return DB.transaction(() -> Flux.range(first, count)
                .map(Forms::numbered)
                .buffer(BUFFER)
                .concatMap(users -> NEW_USERS.insertMany(Flux.fromIterable(users)))
                .filter(user -> user.get(NewUser.ID) > 0)
                .count());
    }

    @Override
    public Mono<Long> birthdays(int limit) {
        return DB.transaction(() -> NEW_USERS
                .orderBy(NewUser.ID)
                .limit(limit)
                .get()
                .map(user -> user.set(NewUser.AGE, user.get(NewUser.AGE) + 1))
                .collectList()
                .flatMap(NEW_USERS::bulkUpdate));
    }

    @Override
    public Mono<Long> readEvents(int limit) {
        return EVENTS.query().limit(limit).cursor(WINDOW).count();
    }

    @Override
    public Mono<Long> readWithRelations(int limit, int relations) {
        List<HasMany<WideUser, Post>> wanted = WideUser.RELATIONS.subList(0, relations);
        ModelQuery<WideUser> query = WIDE_USERS.query();
        for (HasMany<WideUser, Post> relation : wanted) {
            query = query.with(relation);
        }
        return query.orderBy(WideUser.ID)
                .limit(limit)
                .get()
                .flatMapIterable(user -> wanted.stream().map(user::get).toList())
                .reduce(0L, (posts, relation) -> posts + relation.size());
    }

    @Override
    public UserRow row(User user) {
        return Forms.row(user);
    }

    @Override
    public Author author(User user) {
        return Forms.author(user);
    }

    @Override
    public CommentedAuthor commented(User user) {
        return Forms.commented(user);
    }

    @Override
    public CountedUser counted(User user) {
        return Forms.counted(user);
    }

    @Override
    public void close() {
        database.close().then(batching.close()).block();
    }
}
