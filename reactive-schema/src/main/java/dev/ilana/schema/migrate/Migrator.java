package dev.ilana.schema.migrate;

import static java.util.Objects.requireNonNull;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings a database up to date with its migrations, and back. A migrator is immutable; nothing happens before what it
 * gives is subscribed, and subscribing twice runs twice.
 *
 * <p>Two migrators at work on one database at the same time are not kept apart: let one process migrate.
 */
public final class Migrator {

    /** Where the history is kept unless told otherwise. */
    public static final String DEFAULT_TABLE = "ilana_migrations";

    private final Database database;
    private final NavigableMap<MigrationName, Migration> migrations;
    private final History history;

    private Migrator(Database database, NavigableMap<MigrationName, Migration> migrations, String table) {
        this.database = database;
        this.migrations = migrations;
        this.history = new History(database, table);
    }

    /**
     * A migrator of that database by these migrations, given in any order.
     *
     * @throws InvalidMigrationNameException when the name of one's class does not say when it comes
     * @throws DuplicateMigrationException when two have the same name
     */
    public static Migrator of(Database database, List<? extends Migration> migrations) {
        NavigableMap<MigrationName, Migration> byName = new TreeMap<>();
        for (Migration migration : migrations) {
            MigrationName name = MigrationName.of(migration);
            if (byName.put(name, migration) != null) {
                throw new DuplicateMigrationException(name);
            }
        }
        return new Migrator(database, Collections.unmodifiableNavigableMap(byName), DEFAULT_TABLE);
    }

    /** The same with its history in another table. */
    public Migrator withTable(String table) {
        return new Migrator(database, migrations, table);
    }

    /**
     * Applies what is pending, in order, as one batch; empty when nothing is.
     *
     * <p>Ends with a {@link MigrationFailedException} at the first that fails. Those before it stay applied.
     */
    public Flux<MigrationEvent> migrate() {
        return history.createIfMissing().then(history.applied()).flatMapMany(applied -> {
            Set<MigrationName> done = names(applied);
            int batch = lastBatch(applied) + 1;
            return Flux.fromIterable(migrations.keySet())
                    .filter(name -> !done.contains(name))
                    .concatMap(name -> run(name, Direction.UP, history.add(name, batch)));
        });
    }

    /**
     * Takes back the last batch, the last applied first; empty when nothing was applied.
     *
     * <p>Ends with a {@link MigrationNotFoundException}, with nothing done, when one of them is not among the
     * migrations given; with a {@link MigrationFailedException} at the first that fails.
     */
    public Flux<MigrationEvent> rollback() {
        return rollback(applied -> {
            int last = lastBatch(applied);
            return applied.stream().filter(one -> one.batch() == last).toList();
        });
    }

    /**
     * Takes back so many migrations, whichever their batch, the last applied first; all, where there are fewer.
     *
     * <p>Ends as {@link #rollback()} does.
     *
     * @throws InvalidUsageException when {@code steps} is less than 1
     */
    public Flux<MigrationEvent> rollback(int steps) {
        if (steps < 1) {
            throw new InvalidUsageException("to roll back takes at least 1 step, not " + steps);
        }
        return rollback(applied -> applied.subList(Math.max(0, applied.size() - steps), applied.size()));
    }

    /** Every migration, given or applied, in order of their names. It changes nothing, not even where nothing is yet. */
    public Flux<MigrationStatus> status() {
        return history.applied().flatMapIterable(applied -> {
            Map<MigrationName, MigrationStatus> all = new TreeMap<>();
            migrations.keySet().forEach(name -> all.put(name, MigrationStatus.pending(name)));
            applied.forEach(
                    one -> all.put(one.name(), MigrationStatus.applied(one, migrations.containsKey(one.name()))));
            return all.values();
        });
    }

    private Flux<MigrationEvent> rollback(Function<List<AppliedMigration>, List<AppliedMigration>> choice) {
        return history.applied().flatMapMany(applied -> {
            List<MigrationName> newestFirst = new ArrayList<>();
            choice.apply(applied).forEach(one -> newestFirst.add(0, one.name()));
            List<MigrationName> missing = newestFirst.stream()
                    .filter(name -> !migrations.containsKey(name))
                    .toList();
            return missing.isEmpty()
                    ? Flux.fromIterable(newestFirst).concatMap(name -> run(name, Direction.DOWN, history.remove(name)))
                    : Flux.error(new MigrationNotFoundException(missing));
        });
    }

    private Flux<MigrationEvent> run(MigrationName name, Direction direction, Mono<Void> record) {
        Migration migration = requireNonNull(migrations.get(name));
        return new MigrationRun(database, name, migration, direction).recordedBy(record);
    }

    private static Set<MigrationName> names(List<AppliedMigration> applied) {
        return applied.stream().map(AppliedMigration::name).collect(Collectors.toSet());
    }

    private static int lastBatch(List<AppliedMigration> applied) {
        return applied.stream().mapToInt(AppliedMigration::batch).max().orElse(0);
    }
}
