package dev.ilana.schema.migrate;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.build.Rehearsal;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.lint.Lint;
import dev.ilana.schema.migrate.MigrationEvent.Seeded;
import dev.ilana.schema.migrate.MigrationEvent.WaitingForLock;
import dev.ilana.schema.migrate.dump.SchemaDump;
import dev.ilana.schema.migrate.lock.LockHolder;
import dev.ilana.schema.migrate.lock.MigrationLock;
import dev.ilana.sql.Sql;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings a database up to date with its migrations, and back. A migrator is immutable; nothing happens before what it
 * gives is subscribed, and subscribing twice runs twice.
 *
 * <p>What changes the database is done by one migrator at a time: it takes a lock, waits for it as long as {@link
 * MigratorSettings#lock} says, and reads the history when it has it. What it does ends with
 *
 * <ul>
 *   <li>{@link dev.ilana.schema.migrate.lock.MigrationLockTimeoutException} when another kept the lock for too long,
 *   <li>{@link dev.ilana.schema.migrate.lock.MigrationLockLostException} when it lost the lock on the way,
 *   <li>{@link DirtyMigrationException} when a migration ended midway before, {@link ChecksumMismatchException} when one
 *       was edited, {@link OutOfOrderException} when one comes too late: nothing was done,
 *   <li>{@link DestructiveCommandException} when it would destroy data and may not,
 *   <li>{@link MigrationFailedException} at the first migration that fails; those before it stay as they are.
 * </ul>
 */
public final class Migrator {

    private final Database database;
    private final MigrationSet migrations;
    private final MigratorSettings settings;
    private final boolean pretending;
    private final @Nullable Seeds seeds;

    Migrator(
            Database database,
            MigrationSet migrations,
            MigratorSettings settings,
            boolean pretending,
            @Nullable Seeds seeds) {
        this.database = database;
        this.migrations = migrations;
        this.settings = settings;
        this.pretending = pretending;
        this.seeds = seeds;
    }

    /**
     * A migrator of that database by these migrations, given in any order; those of other connections are left alone.
     *
     * @throws InvalidMigrationNameException when the name of one does not say when it comes
     * @throws DuplicateMigrationException when two have the same time
     * @throws InvalidMigrationException when one in SQL can't be cut into statements
     */
    public static Migrator of(Database database, List<? extends Migration> migrations) {
        MigratorSettings settings = MigratorSettings.DEFAULT;
        return new Migrator(
                database,
                MigrationSet.of(migrations, settings.connection(), database.dialect()),
                settings,
                false,
                null);
    }

    Database database() {
        return database;
    }

    /** The same with other settings. */
    public Migrator with(MigratorSettings newSettings) {
        MigrationSet own = migrations.of(newSettings.connection(), database.dialect());
        return new Migrator(database, own, newSettings, pretending, seeds);
    }

    /**
     * The same, which sends none of the migrations' statements but gives each as an event; it takes no lock and writes no
     * history. What a migration asks of the schema is answered as it would be by then, as far as it was made in the words
     * of a {@link dev.ilana.schema.build.Schema}; any other query as by an empty table.
     */
    public Migrator pretending() {
        return new Migrator(database, migrations, settings, true, seeds);
    }

    /**
     * The same with a dump, which {@link #migrate()} and {@link #fresh()} load into an empty database in place of the
     * migrations that it has; those need not be given any more. It stands for all that it has or for none: where less than
     * that is chosen, the migrations run themselves.
     */
    public Migrator from(SchemaDump dump) {
        return new Migrator(database, migrations.with(dump), settings, pretending, seeds);
    }

    /** The same without a dump. */
    public Migrator withoutDump() {
        return new Migrator(database, migrations.with(null), settings, pretending, seeds);
    }

    /**
     * The same, which puts these rows in when it has applied what {@link #migrate()}, {@link #refresh()} or {@link #fresh()}
     * apply, also where that is nothing, before another migrator can begin. They end with what the seeds end with; the
     * migrations stay. One that pretends puts none in.
     */
    public Migrator seeding(Seeds rows) {
        return new Migrator(database, migrations, settings, pretending, rows);
    }

    /**
     * The tables of the current schema and the history, as SQL that makes them again. What it can't say in SQL, the dump
     * tells.
     *
     * <p>Ends with a {@link DirtyMigrationException} when a migration ended midway.
     */
    public Mono<SchemaDump> dump() {
        return control()
                .use(own -> control()
                        .lock(own)
                        .<Object>holding(
                                WaitingForLock::new, lockTables -> locked(own).flatMap(LockedRun::dump)))
                .ofType(SchemaDump.class)
                // Not the first, which would not wait for the lock to be let go.
                .last();
    }

    /**
     * What all the migrations make of an empty database, the shadow, without the tables of the library. They run in it, whatever
     * became of them in this migrator's database, and everything in it is dropped again, whatever they end with.
     *
     * <p>Ends with an {@link InvalidUsageException} when the shadow has anything in it, or is a database of another kind; then
     * nothing was done. Else with what {@link #migrate()} ends with.
     */
    public Mono<SchemaDefinition> schemaIn(Database shadow) {
        return Mono.defer(() -> {
            if (shadow.dialect() != database.dialect()) {
                throw new InvalidUsageException(
                        "the shadow database is of " + shadow.dialect().name() + ", and the other of "
                                + database.dialect().name() + "; give it one of the same kind");
            }
            return Shadow.of(shadow, migrations, settings).schema();
        });
    }

    /** Applies what is pending, in order, as one batch; empty when nothing is. */
    public Flux<MigrationEvent> migrate() {
        return migrate(MigrateOptions.ALL);
    }

    /** Applies what is pending and chosen, in order; empty when nothing is. */
    public Flux<MigrationEvent> migrate(MigrateOptions options) {
        return pretending
                ? pretended().migrate(options)
                : locked(run -> Flux.concat(run.upFromDump(options), seeded()));
    }

    /** Puts the rows in, and applies nothing before. */
    Flux<MigrationEvent> seed() {
        return pretending || seeds == null ? Flux.empty() : locked(run -> seeded());
    }

    private Flux<MigrationEvent> seeded() {
        return seeds == null ? Flux.empty() : seeds.seed(database).map(Seeded::new);
    }

    /** Takes back the last batch, the last applied first; empty when nothing is applied. */
    public Flux<MigrationEvent> rollback() {
        return rollback(Rollback.lastBatch());
    }

    /**
     * Takes back what was applied and is chosen, the last applied first; empty when nothing is.
     *
     * <p>Ends with a {@link MigrationNotFoundException} when one of them is not given: nothing was done.
     */
    public Flux<MigrationEvent> rollback(Rollback rollback) {
        return pretending ? pretended().rollback(rollback) : destroying("rollback", run -> run.down(rollback));
    }

    /** Takes back everything, as {@link #rollback(Rollback)} does. */
    public Flux<MigrationEvent> reset() {
        return rollback(Rollback.everything());
    }

    /** Takes back what is chosen and applies what is then pending, without letting another in between. */
    public Flux<MigrationEvent> refresh(Rollback rollback) {
        return pretending
                ? pretended().refresh(rollback)
                : destroying("refresh", run -> Flux.concat(run.down(rollback), run.up(MigrateOptions.ALL), seeded()));
    }

    /** {@link #refresh(Rollback)} of everything. */
    public Flux<MigrationEvent> refresh() {
        return refresh(Rollback.everything());
    }

    /** Drops all that is in the database, as {@link #wipe()} does, and applies every migration. */
    public Flux<MigrationEvent> fresh() {
        return pretending
                ? pretended().fresh()
                : destroying(
                        "fresh",
                        underLock(
                                MigrationLock::holding,
                                (run, lockTables) -> Flux.concat(
                                        run.wipe(lockTables), run.upFromDump(MigrateOptions.ALL), seeded())));
    }

    /**
     * Drops the tables, views, sequences, types, functions and procedures of the current schema, whatever made them but an
     * extension; and the history. Not what is in other schemas.
     */
    public Flux<MigrationEvent> wipe() {
        return pretending
                ? pretended().wipe()
                : destroying("wipe", underLock(MigrationLock::holdingLast, LockedRun::wipe));
    }

    /** Every migration, given or applied, in order of their names. It changes nothing, not even where nothing is yet. */
    public Flux<MigrationStatus> status() {
        return plan().flatMapIterable(Plan::statuses);
    }

    /** The migrations given, in their order. It asks no database. */
    public Flux<MigrationInfo> list() {
        return Flux.fromIterable(migrations.names()).map(name -> MigrationInfo.of(name, migrations.get(name)));
    }

    /** What is unsafe in the migrations that are pending, in their order; empty when nothing is. Nothing is run. */
    public Flux<LintReport> lint() {
        return Flux.defer(() -> {
            Pretence pretence = new Pretence(database.dialect(), Rehearsal.on(database));
            return plan().flatMapIterable(Plan::notApplied)
                    .concatMap(
                            name -> pretence.statements(migrations.get(name), Direction.UP)
                                    .onErrorMap(error -> new MigrationFailedException(name, Direction.UP, error))
                                    .flatMapIterable(statements -> Lint.check(
                                            database.dialect(),
                                            statements,
                                            migrations.get(name).withinTransaction()))
                                    .map(finding -> new LintReport(name, finding.rule(), finding.statement())),
                            1);
        });
    }

    /** Who holds the lock now; empty when nobody does. */
    public Mono<LockHolder> lockHolder() {
        return control().use(own -> control().lock(own).holder()).next();
    }

    /**
     * Takes the lock from whoever holds it, for one that hangs: where a session holds it, the session is ended, and its
     * transaction with it. Gives who that was; empty when nobody held it.
     */
    public Mono<LockHolder> unlock() {
        return control().use(own -> control().lock(own).takeAway()).next();
    }

    /**
     * Writes to the history what a person says of a migration: of one that ended midway, of one that was edited and whose
     * edit is in the database, or of a pending one that is there already.
     *
     * <p>Ends with an {@link UnknownMigrationException} when neither the history nor what was given has it.
     *
     * @throws InvalidMigrationNameException when it is no migration's name
     */
    public Mono<Void> resolve(String migration, Resolution resolution) {
        MigrationName name = new MigrationName(migration);
        return locked(run -> run.resolve(name, resolution).thenMany(Flux.empty()))
                .then();
    }

    private Flux<MigrationEvent> destroying(String what, Function<LockedRun, Flux<MigrationEvent>> work) {
        return destroying(what, locked(work));
    }

    private Flux<MigrationEvent> destroying(String what, Flux<MigrationEvent> run) {
        return Flux.defer(() -> {
            settings.allowDestruction(what);
            return run;
        });
    }

    private Flux<MigrationEvent> locked(Function<LockedRun, Flux<MigrationEvent>> work) {
        return underLock(MigrationLock::holding, (run, lockTables) -> work.apply(run));
    }

    /** How a lock is held while something is done. */
    private interface Holding {
        Flux<MigrationEvent> hold(
                MigrationLock lock,
                Function<LockHolder, MigrationEvent> whenWaiting,
                Function<Set<String>, Flux<MigrationEvent>> work);
    }

    /** @param work is told the tables by which the lock is held, too */
    private Flux<MigrationEvent> underLock(
            Holding holding, BiFunction<LockedRun, Set<String>, Flux<MigrationEvent>> work) {
        Flux<MigrationEvent> run = control()
                .use(own -> holding.hold(
                        control().lock(own),
                        WaitingForLock::new,
                        lockTables -> locked(own).flatMapMany(locked -> work.apply(locked, lockTables))));
        String schema = settings.schema();
        return schema == null
                ? run
                : Mono.defer(() -> database.executor()
                                .update(Sql.of(
                                        SessionGrammar.of(database.dialect()).createSchema(schema))))
                        .thenMany(run);
    }

    private Mono<LockedRun> locked(Database own) {
        return Session.schemaOf(own)
                .map(schema -> new LockedRun(
                        new Session(database, own, control().history(own), schema, settings), migrations));
    }

    private Mono<Plan> plan() {
        return control().plan(migrations);
    }

    private PretendedRun pretended() {
        return new PretendedRun(database, migrations, settings, control());
    }

    private ControlConnection control() {
        return new ControlConnection(database, settings);
    }
}
