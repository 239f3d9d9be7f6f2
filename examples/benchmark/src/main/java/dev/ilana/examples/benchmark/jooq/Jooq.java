package dev.ilana.examples.benchmark.jooq;

import static dev.ilana.examples.benchmark.jooq.Tables.ACTIVE;
import static dev.ilana.examples.benchmark.jooq.Tables.AGE;
import static dev.ilana.examples.benchmark.jooq.Tables.BALANCE;
import static dev.ilana.examples.benchmark.jooq.Tables.CREATED_AT;
import static dev.ilana.examples.benchmark.jooq.Tables.EMAIL;
import static dev.ilana.examples.benchmark.jooq.Tables.EVENTS;
import static dev.ilana.examples.benchmark.jooq.Tables.ID;
import static dev.ilana.examples.benchmark.jooq.Tables.KIND;
import static dev.ilana.examples.benchmark.jooq.Tables.NAME;
import static dev.ilana.examples.benchmark.jooq.Tables.NEW_USERS;
import static dev.ilana.examples.benchmark.jooq.Tables.PAYLOAD;
import static dev.ilana.examples.benchmark.jooq.Tables.POSTS;
import static dev.ilana.examples.benchmark.jooq.Tables.TITLE;
import static dev.ilana.examples.benchmark.jooq.Tables.UPDATED_AT;
import static dev.ilana.examples.benchmark.jooq.Tables.USERS;
import static dev.ilana.examples.benchmark.jooq.Tables.USER_ID;
import static dev.ilana.examples.benchmark.jooq.Tables.VIEWS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;

import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.examples.benchmark.work.Author;
import dev.ilana.examples.benchmark.work.EventRow;
import dev.ilana.examples.benchmark.work.HandMapped;
import dev.ilana.examples.benchmark.work.PostRow;
import dev.ilana.examples.benchmark.work.UserRow;
import io.r2dbc.pool.ConnectionPool;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record8;
import org.jooq.Row7;
import org.jooq.SQLDialect;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Its typed SQL, with records mapped by a constructor that the compiler checks. */
public final class Jooq implements HandMapped {

    private static final int ROWS_A_STATEMENT = 500;

    private final ConnectionPool pool;
    private final DSLContext jooq;

    private Jooq(ConnectionPool pool) {
        this.pool = pool;
        this.jooq = DSL.using(pool, SQLDialect.POSTGRES);
    }

    public static Jooq open(Address address) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        return new Jooq(address.pool(""));
    }

    private static SelectJoinStep<Record8<Long, String, String, Integer, Boolean, BigDecimal, Instant, Instant>> users(
            DSLContext jooq, Table<?> table) {
        return jooq.select(ID, NAME, EMAIL, AGE, ACTIVE, BALANCE, CREATED_AT, UPDATED_AT)
                .from(table);
    }

    @Override
    public Mono<UserRow> find(long id) {
        return Mono.from(users(jooq, USERS).where(ID.eq(id))).map(mapping(UserRow::new));
    }

    @Override
    public Mono<List<UserRow>> read(int limit) {
        return Flux.from(users(jooq, USERS).limit(limit))
                .map(mapping(UserRow::new))
                .collectList();
    }

    @Override
    public Mono<List<Author>> readWithPosts(int limit) {
        return Flux.from(users(jooq, USERS).orderBy(ID).limit(limit))
                .map(mapping(UserRow::new))
                .collectList()
                .flatMap(users -> posts(users)
                        .map(posts -> users.stream()
                                .map(user -> new Author(user, posts.getOrDefault(user.id(), List.of())))
                                .toList()));
    }

    private Mono<Map<Long, List<PostRow>>> posts(List<UserRow> users) {
        Long[] ids = users.stream().map(UserRow::id).toArray(Long[]::new);
        return Flux.from(jooq.select(ID, USER_ID, TITLE, VIEWS, CREATED_AT)
                        .from(POSTS)
                        .where(USER_ID.eq(any(ids))))
                .map(mapping(PostRow::new))
                .collect(Collectors.groupingBy(PostRow::userId));
    }

    @Override
    public Mono<Long> insertOne(int number) {
        return inTransaction(transaction -> insert(transaction, number));
    }

    private static Mono<Long> insert(DSLContext transaction, int number) {
        UserRow row = UserRow.numbered(number);
        return Mono.from(transaction
                        .insertInto(NEW_USERS)
                        .columns(NAME, EMAIL, AGE, ACTIVE, BALANCE, CREATED_AT, UPDATED_AT)
                        .values(
                                row.name(),
                                row.email(),
                                row.age(),
                                row.active(),
                                row.balance(),
                                row.createdAt(),
                                row.updatedAt())
                        .returning(ID))
                .map(inserted -> inserted.get(ID));
    }

    @Override
    public Mono<Long> insert(int first, int count) {
        return inTransaction(transaction -> Flux.range(first, count)
                .map(Jooq::values)
                .buffer(ROWS_A_STATEMENT)
                .concatMap(rows -> Mono.from(transaction
                        .insertInto(NEW_USERS)
                        .columns(NAME, EMAIL, AGE, ACTIVE, BALANCE, CREATED_AT, UPDATED_AT)
                        .valuesOfRows(rows)))
                .reduce(0L, Long::sum));
    }

    private static Row7<String, String, Integer, Boolean, BigDecimal, Instant, Instant> values(int number) {
        UserRow row = UserRow.numbered(number);
        return DSL.row(
                row.name(), row.email(), row.age(), row.active(), row.balance(), row.createdAt(), row.updatedAt());
    }

    @Override
    public Mono<Integer> birthday(long id) {
        return inTransaction(transaction -> Mono.from(
                        users(transaction, NEW_USERS).where(ID.eq(id)))
                .map(mapping(UserRow::new))
                .flatMap(user -> Mono.from(transaction
                                .update(NEW_USERS)
                                .set(AGE, user.age() + 1)
                                .set(UPDATED_AT, Instant.now())
                                .where(ID.eq(id)))
                        .thenReturn(user.age() + 1)));
    }

    @Override
    public Mono<Long> addAgeAndCount(int number) {
        return inTransaction(transaction -> insert(transaction, number)
                .flatMap(id -> Mono.from(
                                transaction.update(NEW_USERS).set(AGE, 99).where(ID.eq(id)))
                        .then(Mono.from(
                                transaction.selectCount().from(NEW_USERS).where(ID.eq(id)))))
                .map(count -> count.value1().longValue()));
    }

    @Override
    public Mono<LongSummaryStatistics> sumEvents() {
        return Flux.from(jooq.select(ID, KIND, PAYLOAD, CREATED_AT).from(EVENTS))
                .map(mapping(EventRow::new))
                .collect(LongSummaryStatistics::new, (sum, event) -> sum.accept(event.id()));
    }

    /** Waits for the end: {@code Mono.from} would cancel behind the first value. */
    private <T> Mono<T> inTransaction(Function<DSLContext, Publisher<T>> work) {
        return Flux.from(jooq.transactionPublisher(transaction -> work.apply(transaction.dsl())))
                .singleOrEmpty();
    }

    @Override
    public void close() {
        pool.disposeLater().block();
    }
}
