package dev.ilana.examples.benchmark.spring;

import static org.springframework.data.relational.core.query.Criteria.where;
import static org.springframework.data.relational.core.query.Query.empty;
import static org.springframework.data.relational.core.query.Query.query;
import static org.springframework.data.relational.core.query.Update.update;

import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.examples.benchmark.work.Author;
import dev.ilana.examples.benchmark.work.Contestant;
import dev.ilana.examples.benchmark.work.PostRow;
import dev.ilana.examples.benchmark.work.UserRow;
import io.r2dbc.pool.ConnectionPool;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Its template and entities: what its repositories stand on, without a transaction around each read as they have it. */
public final class SpringData implements Contestant<User, SpringData.WithPosts> {

    private final ConnectionPool pool;
    private final R2dbcEntityTemplate template;
    private final TransactionalOperator transaction;

    private SpringData(ConnectionPool pool) {
        this.pool = pool;
        this.template = new R2dbcEntityTemplate(pool);
        this.transaction = TransactionalOperator.create(new R2dbcTransactionManager(pool));
    }

    public static SpringData open(Address address) {
        return new SpringData(address.pool(""));
    }

    record WithPosts(User user, List<Post> posts) {}

    @Override
    public Mono<User> find(long id) {
        return template.selectOne(query(where("id").is(id)), User.class);
    }

    @Override
    public Mono<List<User>> read(int limit) {
        return template.select(empty().limit(limit), User.class).collectList();
    }

    @Override
    public Mono<List<WithPosts>> readWithPosts(int limit) {
        return template.select(empty().sort(Sort.by("id")).limit(limit), User.class)
                .collectList()
                .flatMap(users -> posts(users)
                        .map(posts -> users.stream()
                                .map(user -> new WithPosts(user, posts.getOrDefault(user.id(), List.of())))
                                .toList()));
    }

    private Mono<Map<Long, List<Post>>> posts(List<User> users) {
        List<Long> ids = users.stream().map(User::id).toList();
        return template.select(query(where("user_id").in(ids)), Post.class)
                .collect(Collectors.groupingBy(Post::userId));
    }

    @Override
    public Mono<Long> insertOne(int number) {
        return insert(number).as(transaction::transactional);
    }

    private Mono<Long> insert(int number) {
        return template.insert(NewUser.numbered(number)).map(user -> Objects.requireNonNull(user.id()));
    }

    /** One statement for each, as {@code saveAll} of a repository. */
    @Override
    public Mono<Long> insert(int first, int count) {
        return Flux.range(first, count)
                .concatMap(number -> template.insert(NewUser.numbered(number)))
                .count()
                .as(transaction::transactional);
    }

    @Override
    public Mono<Integer> birthday(long id) {
        return template.selectOne(query(where("id").is(id)), NewUser.class)
                .flatMap(user -> template.update(user.aYearOlder()))
                .map(NewUser::age)
                .as(transaction::transactional);
    }

    @Override
    public Mono<Long> addAgeAndCount(int number) {
        return insert(number)
                .flatMap(id -> template.update(query(where("id").is(id)), update("age", 99), NewUser.class)
                        .then(template.count(query(where("id").is(id)), NewUser.class)))
                .as(transaction::transactional);
    }

    @Override
    public Mono<LongSummaryStatistics> sumEvents() {
        return template.select(empty(), Event.class)
                .collect(LongSummaryStatistics::new, (sum, event) -> sum.accept(event.id()));
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
                row(user.user()), user.posts().stream().map(SpringData::row).toList());
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
        pool.disposeLater().block();
    }
}
