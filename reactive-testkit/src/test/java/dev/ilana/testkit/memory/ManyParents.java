package dev.ilana.testkit.memory;

import dev.ilana.DB;
import dev.ilana.Table;
import dev.ilana.connection.Database;
import dev.ilana.connection.PoolSettings;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.HasMany;
import dev.ilana.schema.build.Schema;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Streams parents with their children over one connection, in a JVM whose heap holds a small part of them, and compares what
 * came with what SQL says of them.
 */
final class ManyParents {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    /** Few enough for their texts to lie beside each other in the heap. */
    private static final int ROWS_A_STATEMENT = 200;

    private static final int WINDOW = 500;

    private ManyParents() {}

    /** Has two children where its number is even. */
    static final class Parent extends Model<Parent> {

        static final Table<Parent> PARENTS = Table.of("parents", Parent::new);
        static final Column<Parent, Long> ID = PARENTS.id();
        static final Column<Parent, String> PAYLOAD = PARENTS.string("payload");
        static final HasMany<Parent, Child> CHILDREN = PARENTS.hasMany("children", () -> Child.PARENT_ID);

        Parent() {
            super(PARENTS);
        }
    }

    /** Has its parent's number in its own. */
    static final class Child extends Model<Child> {

        static final Table<Child> CHILDREN = Table.of("children", Child::new);
        static final Column<Child, Long> ID = CHILDREN.id();
        static final Column<Child, Long> PARENT_ID = CHILDREN.foreignId("parent_id");
        static final Column<Child, Integer> NUMBER = CHILDREN.integer("number");

        Child() {
            super(CHILDREN);
        }
    }

    /** What came of a stream. */
    private record Sum(long parents, long children, long check) {

        static final Sum NONE = new Sum(0, 0, 0);

        Sum and(Parent parent) {
            long id = Objects.requireNonNull(parent.get(Parent.ID));
            long sum = check;
            for (Child child : parent.get(Parent.CHILDREN)) {
                if (!Objects.equals(child.get(Child.PARENT_ID), id)) {
                    throw new IllegalStateException("a child of another parent");
                }
                sum += id * 7 + Objects.requireNonNull(child.get(Child.NUMBER));
            }
            return new Sum(parents + 1, children + parent.get(Parent.CHILDREN).size(), sum);
        }
    }

    /** Takes the URL of a database, the number of parents, how long the text of each is, and how long a slow reader reads. */
    public static void main(String[] args) {
        int parents = Integer.parseInt(args[1]);
        String payload = "p".repeat(Integer.parseInt(args[2]));
        Duration slow = Duration.ofMillis(Long.parseLong(args[3]));
        Database database = Database.builder(args[0])
                .withPool(PoolSettings.DEFAULT
                        .withMaxSize(1)
                        // A busy machine takes its time with the first.
                        .withConnectTimeout(Duration.ofMinutes(1))
                        .withAcquireTimeout(Duration.ofMinutes(1)))
                .build();
        create(database);
        run(
                database,
                Flux.range(1, parents)
                        .map(i -> Map.<String, Object>of("id", (long) i, "payload", payload))
                        .buffer(ROWS_A_STATEMENT)
                        .concatMap(rows -> DB.table("parents").insert(rows))
                        .count());
        long written = run(
                database,
                DB.table("children")
                        .bulkInsert(Flux.range(2, parents - 1)
                                .filter(i -> i % 2 == 0)
                                .concatMapIterable(i -> java.util.List.of(
                                        Map.of("id", 2L * i, "parent_id", (long) i, "number", i % 1_000),
                                        Map.of("id", 2L * i + 1, "parent_id", (long) i, "number", i % 77)))));
        Sum there = run(
                database,
                DB.select("select sum(c.parent_id * 7 + c.number) as total from children c"
                                + " inner join parents p on p.id = c.parent_id")
                        .next()
                        .map(row -> new Sum(parents, written, Objects.requireNonNull(row.get("total", Long.class)))));

        Sum streamed = run(database, stream().reduce(Sum.NONE, Sum::and));
        Sum inTransaction = run(
                database,
                DB.transaction(() -> stream().take(Math.min(parents, 10_000)).reduce(Sum.NONE, Sum::and)));
        long freed = run(database, freed(database, slow));
        run(database, database.close().thenReturn(true));
        if (!streamed.equals(there) || inTransaction.parents() != Math.min(parents, 10_000)) {
            throw new IllegalStateException(streamed + " came and " + there + " is there; " + inTransaction);
        }
        System.out.println(parents + " parents");
        System.out.println("freed in " + freed + " ms");
    }

    private static Flux<Parent> stream() {
        return Parent.PARENTS.with(Parent.CHILDREN).orderBy(Parent.ID).cursor(WINDOW);
    }

    /** How many milliseconds after the cancel of a slow reader the connection is free. */
    private static Mono<Long> freed(Database database, Duration slow) {
        return stream().delayElements(Duration.ofMillis(1)).take(slow).count().flatMap(count -> {
            long cancelled = System.nanoTime();
            return Mono.delay(Duration.ofMillis(1))
                    .repeat()
                    .filter(tick -> database.acquiredConnections() == 0)
                    .next()
                    .map(tick -> Duration.ofNanos(System.nanoTime() - cancelled).toMillis());
        });
    }

    private static void create(Database database) {
        Schema schema = Schema.on(database);
        run(
                database,
                schema.dropIfExists("children")
                        .then(schema.dropIfExists("parents"))
                        .then(schema.create("parents", table -> {
                            table.id();
                            table.text("payload");
                        }))
                        .then(schema.create("children", table -> {
                            table.id();
                            table.bigInteger("parent_id").index();
                            table.integer("number");
                        }))
                        .thenReturn(true));
    }

    private static <T> T run(Database database, Mono<T> work) {
        return Objects.requireNonNull(work.contextWrite(database.use()).block(PATIENCE));
    }
}
