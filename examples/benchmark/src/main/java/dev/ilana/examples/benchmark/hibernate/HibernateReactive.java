package dev.ilana.examples.benchmark.hibernate;

import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.examples.benchmark.work.Author;
import dev.ilana.examples.benchmark.work.Contestant;
import dev.ilana.examples.benchmark.work.UserRow;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.hibernate.reactive.stage.Stage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Its sessions and entities; for many rows its stateless sessions, and pages by key as it has no streams. */
public final class HibernateReactive implements Contestant<User, User> {

    /** Its fetch by a sub-select asks for the posts of all that fit, and a limit counts only within. */
    private static final String FIRST =
            "from User u where u.id in (select first.id from User first order by first.id limit :limit) order by u.id";

    private static final int BATCH = 500;
    private static final int PAGE = 1_000;

    private final Sessions sessions;

    private HibernateReactive(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Blocks. */
    public static HibernateReactive open(Address address) {
        return new HibernateReactive(Sessions.open(address, User.class, Post.class, Event.class, NewUser.class));
    }

    @Override
    public Mono<User> find(long id) {
        return sessions.with(session -> session.find(User.class, id));
    }

    @Override
    public Mono<List<User>> read(int limit) {
        return sessions.with(session -> session.createSelectionQuery("from User", User.class)
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public Mono<List<User>> readWithPosts(int limit) {
        return sessions.with(session -> session.createSelectionQuery(FIRST, User.class)
                .setParameter("limit", limit)
                .getResultList()
                .thenCompose(users -> withPosts(session, users)));
    }

    /** Fetching those of the first fetches those of all. */
    private static CompletionStage<List<User>> withPosts(Stage.Session session, List<User> users) {
        return users.isEmpty()
                ? CompletableFuture.completedFuture(users)
                : session.fetch(users.get(0).posts).thenApply(posts -> users);
    }

    @Override
    public Mono<Long> insertOne(int number) {
        return sessions.inTransaction(session -> insert(session, number)).map(user -> user.id);
    }

    private static CompletionStage<NewUser> insert(Stage.Session session, int number) {
        NewUser user = NewUser.numbered(number);
        return session.persist(user).thenApply(persisted -> user);
    }

    @Override
    public Mono<Long> insert(int first, int count) {
        Object[] users = IntStream.range(first, first + count)
                .mapToObj(NewUser::numbered)
                .toArray();
        return sessions.stateless(session ->
                Mono.fromCompletionStage(() -> session.withTransaction(transaction -> session.insert(BATCH, users))
                        .thenApply(inserted -> (long) count)));
    }

    @Override
    public Mono<Integer> birthday(long id) {
        return sessions.inTransaction(session -> session.find(NewUser.class, id).thenApply(NewUser::aYearOlder));
    }

    /** The second flush finds what was changed, and updates it. */
    @Override
    public Mono<Long> addAgeAndCount(int number) {
        return sessions.inTransaction(session -> insert(session, number)
                .thenCompose(user -> session.flush()
                        .thenAccept(inserted -> user.age = 99)
                        .thenCompose(changed -> session.flush())
                        .thenCompose(updated -> session.createSelectionQuery(
                                        "select count(*) from NewUser where id = :id", Long.class)
                                .setParameter("id", user.id)
                                .getSingleResult())));
    }

    @Override
    public Mono<LongSummaryStatistics> sumEvents() {
        return sessions.stateless(session -> page(session, 0)
                .expand(events -> events.isEmpty()
                        ? Mono.empty()
                        : page(session, events.get(events.size() - 1).id()))
                .concatMap(Flux::fromIterable)
                .collect(LongSummaryStatistics::new, (sum, event) -> sum.accept(event.id())));
    }

    private static Mono<List<Event>> page(Stage.StatelessSession session, long after) {
        return Mono.fromCompletionStage(
                () -> session.createSelectionQuery("from Event where id > :after order by id", Event.class)
                        .setParameter("after", after)
                        .setMaxResults(PAGE)
                        .getResultList());
    }

    @Override
    public UserRow row(User user) {
        return user.row();
    }

    @Override
    public Author author(User user) {
        return new Author(user.row(), user.posts.stream().map(Post::row).toList());
    }

    @Override
    public void close() {
        sessions.close();
    }
}
