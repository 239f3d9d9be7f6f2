package dev.ilana.examples.benchmark.micronaut;

import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.examples.benchmark.work.Author;
import dev.ilana.examples.benchmark.work.Contestant;
import dev.ilana.examples.benchmark.work.PostRow;
import dev.ilana.examples.benchmark.work.UserRow;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.model.Pageable;
import io.micronaut.data.model.Sort;
import io.micronaut.transaction.reactive.ReactorReactiveTransactionOperations;
import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** Its repositories, in the container they need; posts are asked for by the keys of their users. */
public final class MicronautData implements Contestant<User, MicronautData.WithPosts> {

    private final ApplicationContext context;
    private final Users users;
    private final Posts posts;
    private final NewUsers newUsers;
    private final Events events;
    private final ReactorReactiveTransactionOperations<Connection> transactions;

    @SuppressWarnings("unchecked")
    private MicronautData(ApplicationContext context) {
        this.context = context;
        this.users = context.getBean(Users.class);
        this.posts = context.getBean(Posts.class);
        this.newUsers = context.getBean(NewUsers.class);
        this.events = context.getBean(Events.class);
        this.transactions = context.getBean(ReactorReactiveTransactionOperations.class);
    }

    public static MicronautData open(Address address) {
        return new MicronautData(ApplicationContext.run(Map.of(
                "r2dbc.datasources.default.url",
                "r2dbc:pool:" + address.url(),
                "r2dbc.datasources.default.username",
                address.user(),
                "r2dbc.datasources.default.password",
                address.password(),
                "r2dbc.datasources.default.dialect",
                "POSTGRES",
                "r2dbc.datasources.default.options.maxSize",
                Address.CONNECTIONS)));
    }

    record WithPosts(User user, List<Post> posts) {}

    @Override
    public Mono<User> find(long id) {
        return users.findById(id);
    }

    @Override
    public Mono<List<User>> read(int limit) {
        return users.list(Pageable.from(0, limit)).collectList();
    }

    @Override
    public Mono<List<WithPosts>> readWithPosts(int limit) {
        return users.list(Pageable.from(0, limit, Sort.of(Sort.Order.asc("id"))))
                .collectList()
                .flatMap(read -> posts(read)
                        .map(found -> read.stream()
                                .map(user -> new WithPosts(user, found.getOrDefault(user.id(), List.of())))
                                .toList()));
    }

    private Mono<Map<Long, List<Post>>> posts(List<User> read) {
        return posts.findByUserIdIn(read.stream().map(User::id).toList()).collect(Collectors.groupingBy(Post::userId));
    }

    @Override
    public Mono<Long> insertOne(int number) {
        return inTransaction(() -> insert(number));
    }

    private Mono<Long> insert(int number) {
        return newUsers.save(NewUser.numbered(number)).map(user -> Objects.requireNonNull(user.id()));
    }

    @Override
    public Mono<Long> insert(int first, int count) {
        return inTransaction(() -> newUsers.saveAll(IntStream.range(first, first + count)
                        .mapToObj(NewUser::numbered)
                        .toList())
                .count());
    }

    @Override
    public Mono<Integer> birthday(long id) {
        return inTransaction(() -> newUsers.findById(id)
                .flatMap(user -> newUsers.update(user.aYearOlder()))
                .map(NewUser::age));
    }

    @Override
    public Mono<Long> addAgeAndCount(int number) {
        return inTransaction(
                () -> insert(number).flatMap(id -> newUsers.update(id, 99).then(newUsers.countById(id))));
    }

    private <T> Mono<T> inTransaction(Supplier<Mono<T>> work) {
        return transactions.withTransactionMono(status -> work.get());
    }

    @Override
    public Mono<LongSummaryStatistics> sumEvents() {
        return events.list().collect(LongSummaryStatistics::new, (sum, event) -> sum.accept(event.id()));
    }

    @Override
    public UserRow row(User user) {
        return new UserRow(
                user.id(),
                user.name(),
                user.email(),
                user.age(),
                user.active(),
                user.balance(),
                user.createdAt().toInstant(),
                user.updatedAt().toInstant());
    }

    @Override
    public Author author(WithPosts user) {
        return new Author(
                row(user.user()), user.posts().stream().map(MicronautData::row).toList());
    }

    private static PostRow row(Post post) {
        return new PostRow(
                post.id(),
                post.userId(),
                post.title(),
                post.views(),
                post.createdAt().toInstant());
    }

    @Override
    public void close() {
        context.close();
    }
}
