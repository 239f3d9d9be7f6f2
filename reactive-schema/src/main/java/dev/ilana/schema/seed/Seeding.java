package dev.ilana.schema.seed;

import dev.ilana.connection.Database;
import dev.ilana.connection.Databases;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.Nearest;
import dev.ilana.error.NoDatabaseException;
import dev.ilana.error.Shown;
import dev.ilana.model.Model;
import dev.ilana.model.WritableTable;
import dev.ilana.query.Query;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.OwnTables;
import dev.ilana.schema.seed.SeedEvent.Skipped;
import dev.ilana.schema.seed.SeedEvent.Warned;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a seeder works with: other seeders, many rows in little memory, empty tables. What a word gives does nothing until
 * it is subscribed; return it, or chain it to what is returned.
 */
public final class Seeding {

    /** How many rows are written together where nothing else is said. */
    static final int BATCH = 1_000;

    /** The table that {@link #callOnce(Seeder, String)} remembers in. */
    public static final String SEEDS = OwnTables.SEEDS;

    private final SeedRun run;
    private final Database database;
    private final List<String> path;
    private final Map<String, ? extends @Nullable Object> parameters;
    private final AtomicLong rows = new AtomicLong();

    Seeding(SeedRun run, Database database, List<String> path, Map<String, ? extends @Nullable Object> parameters) {
        this.run = run;
        this.database = database;
        this.path = path;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The database being seeded. */
    public Database database() {
        return database;
    }

    /** Where this is, as the settings of {@link Seeders#with} say; {@code development} where they say nothing. */
    public String environment() {
        String said = run.settings().environment();
        return said.isBlank() ? SeedConfig.DEVELOPMENT : said;
    }

    // Seeders

    /** Runs other seeders, one after the other: on their own connections, else on this database. */
    public Mono<Void> call(Seeder... seeders) {
        return calling(database, List.of(seeders), Map.of());
    }

    /** Runs another seeder with what it may ask for by {@link #parameter}. */
    public Mono<Void> callWith(Seeder seeder, Map<String, ? extends @Nullable Object> given) {
        return calling(database, List.of(seeder), given);
    }

    /**
     * Runs other seeders on the connection of that name.
     *
     * @throws NoDatabaseException when there is none of that name
     */
    public Mono<Void> callOn(String connection, Seeder... seeders) {
        return calling(Databases.named(connection), List.of(seeders), Map.of());
    }

    private Mono<Void> calling(Database on, List<Seeder> seeders, Map<String, ? extends @Nullable Object> given) {
        return Flux.fromIterable(seeders)
                .concatMap(seeder -> run.run(seeder, on, path, given), 1)
                .then();
    }

    /** {@link #callOnce(Seeder, String)} by the seeder's name. */
    public Mono<Void> callOnce(Seeder seeder) {
        return callOnce(seeder, seeder.name());
    }

    /**
     * Runs another seeder once in the life of its database, whoever calls it and in however many runs; later it is skipped.
     * What was done is kept by that identifier in the table {@code ilana_seeds}, in one transaction with the seeder's rows:
     * of two runs at once one does it, and one that fails is tried again by the next run.
     *
     * @throws InvalidUsageException when the identifier is empty or longer than 190 characters
     */
    public Mono<Void> callOnce(Seeder seeder, String identifier) {
        if (identifier.isBlank() || identifier.length() > SeederRecord.MAX_LENGTH) {
            throw new InvalidUsageException("what is done once is remembered by 1 to " + SeederRecord.MAX_LENGTH
                    + " characters, not by \"" + Shown.of(identifier) + "\"");
        }
        return new SeederRecord(SeedRun.databaseOf(seeder, database), SEEDS)
                .once(identifier, () -> call(seeder))
                .doOnNext(done -> {
                    if (!done) {
                        run.log().tell(new Skipped(seeder.name(), "it was done before, as \"" + identifier + "\""));
                    }
                })
                .then();
    }

    /**
     * What the seeder was called with under that name.
     *
     * @throws InvalidUsageException when it was called without, or with null, or with something of another class
     */
    public <T> T parameter(String name, Class<T> type) {
        Object given = parameters.get(name);
        if (type.isInstance(given)) {
            return type.cast(given);
        }
        String problem = parameters.containsKey(name)
                ? "is " + (given == null ? "null" : "a " + given.getClass().getSimpleName()) + ", not a "
                        + type.getSimpleName()
                : "was not given"
                        + Nearest.of(name, parameters.keySet())
                                .map(nearest -> "; did you mean \"" + nearest + "\"?")
                                .orElse("");
        throw new InvalidUsageException(
                "the parameter \"" + Shown.of(name) + "\" of " + name() + " " + problem + "; see callWith");
    }

    /** All that the seeder was called with; empty when it was called with nothing. */
    public Map<String, ? extends @Nullable Object> parameters() {
        return parameters;
    }

    // Rows

    /** {@link #createInBatches(String, long, int, LongFunction)}, a thousand at a time. */
    public Mono<Long> createInBatches(String table, long count, LongFunction<? extends Map<String, ?>> row) {
        return createInBatches(table, count, BATCH, row);
    }

    /**
     * Adds rows that a function makes of their numbers, from 0, and tells of the progress. Each batch is written whole or
     * not at all, and only what is at hand is in memory. Gives the number of rows.
     *
     * <p>Ends with an {@link dev.ilana.schema.introspect.UnknownTableException} or an {@link dev.ilana.error.UnknownColumnException} before the first
     * row, when there is no such table or column.
     *
     * @throws InvalidUsageException for a negative number of rows, or batches of none
     */
    public Mono<Long> createInBatches(String table, long count, int size, LongFunction<? extends Map<String, ?>> row) {
        Batches<Map<String, ?>> batches = Batches.of(table, count, row);
        requireSize(size);
        return KnownTable.of(database, QualifiedName.of(table))
                .flatMap(known -> inBatches(
                        count,
                        batches.forward(size)
                                .map(some -> new RowBatch(some)
                                        .written(
                                                known,
                                                alike -> Query.table(table)
                                                        .on(database)
                                                        .bulkInsert(alike)))));
    }

    /** The same of models, whose hooks are not called. */
    public <M extends Model<M>> Mono<Long> createInBatches(
            WritableTable<M> table, long count, int size, LongFunction<M> model) {
        Batches<M> batches = Batches.of(table.name(), count, model);
        requireSize(size);
        return inBatches(count, batches.forward(size).map(table::bulkInsert));
    }

    private static void requireSize(int size) {
        if (size < 1) {
            throw new InvalidUsageException("a batch can't have " + size + " rows");
        }
    }

    /** Writes of batches, each of which gives its number of rows; gives the number of all. */
    Mono<Long> inBatches(long total, Flux<Mono<Long>> writes) {
        return Mono.defer(() -> {
            Progress progress = progress(total);
            return writes.concatMap(write -> database.transaction(() -> write).doOnNext(progress::advance), 1)
                    .reduce(0L, Long::sum);
        });
    }

    /** Tells how far the work is that says it: {@code progress(n, p -> step.doOnNext(done -> p.advance(1)))}. */
    public Mono<Void> progress(long total, Function<? super Progress, ? extends Publisher<?>> work) {
        if (total < 0) {
            throw new InvalidUsageException("nothing can be done " + total + " times");
        }
        return Mono.defer(() -> Flux.from(work.apply(progress(total))).then());
    }

    private Progress progress(long total) {
        return new Progress(name(), total, rows::addAndGet, run.log()::tell);
    }

    // Emptying

    /**
     * Removes every row of these tables, one after the other, and lets their generated keys begin anew. A table that another
     * references is refused by the database, however empty; and H2, MariaDB and MySQL take it only outside of a transaction.
     * {@link #truncateInOrder} does both.
     */
    public Mono<Void> truncate(String... tables) {
        return Flux.fromIterable(names(tables))
                .concatMap(
                        table -> KnownTable.of(database, table)
                                .then(Query.table(table.toString()).on(database).truncate()),
                        1)
                .then();
    }

    /**
     * Removes every row of these tables in one transaction, those that reference others before those. Keys that lead in a
     * circle are set to null first, where they may be, else not checked meanwhile ({@link #withoutForeignKeyChecks}).
     * Generated keys go on where they were.
     */
    public Mono<Void> truncateInOrder(String... tables) {
        List<QualifiedName> names = names(tables);
        return new Emptying(database).inOrder(names);
    }

    private static List<QualifiedName> names(String... tables) {
        return Arrays.stream(tables).map(QualifiedName::of).toList();
    }

    /** {@link Schema#withoutForeignKeyChecks} of this database: they are checked again at the end, whatever it is. */
    public <T> Mono<T> withoutForeignKeyChecks(Supplier<? extends Mono<T>> work) {
        return Schema.on(database).withoutForeignKeyChecks(work);
    }

    /**
     * Drops all that is in the database, as {@link Migrator#wipe()} does. Refused with a {@link
     * dev.ilana.schema.migrate.DestructiveCommandException} where the settings of {@link Seeders#with} do not allow it, by a
     * deploy always; and in a transaction, whose locks it would wait for.
     */
    public Mono<Void> wipeDatabase() {
        return Mono.deferContextual(context -> database.isInTransaction(context)
                ? Mono.error(new InvalidUsageException("wipeDatabase can't run in a transaction of its database"))
                : Migrator.of(database, List.of()).with(run.settings()).wipe().then());
    }

    // Told

    /** What a person should look at, though the run goes on. */
    public void warn(String message) {
        run.log().tell(new Warned(name(), message));
    }

    void skipped(String seed, String reason) {
        run.log().tell(new Skipped(seed, reason));
    }

    long rows() {
        return rows.get();
    }

    private String name() {
        return path.get(path.size() - 1);
    }
}
