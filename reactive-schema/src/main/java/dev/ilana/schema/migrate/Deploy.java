package dev.ilana.schema.migrate;

import dev.ilana.connection.Database;
import dev.ilana.connection.Health;
import dev.ilana.schema.lint.LintRule;
import dev.ilana.schema.migrate.MigrationEvent.Finished;
import dev.ilana.schema.migrate.MigrationEvent.Loaded;
import dev.ilana.schema.migrate.MigrationEvent.Seeded;
import dev.ilana.schema.migrate.MigrationStatus.State;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a new version of a program does with its database before it serves anybody: it looks whether the database is there,
 * whether anything stands against its migrations, then applies them and puts in the rows it begins with. A deploy is immutable; subscribing twice runs
 * twice, and the second finds nothing to do.
 */
public final class Deploy {

    /** What a migrator would refuse or, of one whose file is gone, could never take back. */
    private static final Set<State> REFUSED = EnumSet.of(State.OUT_OF_ORDER, State.EDITED, State.MISSING, State.FAILED);

    private final Database database;
    private final Migrator migrator;
    private final boolean asksHealth;
    private final boolean validates;
    private final boolean migrates;
    private final @Nullable Seeds seeds;
    private final Set<LintRule> ignored;

    private Deploy(
            Database database,
            Migrator migrator,
            boolean asksHealth,
            boolean validates,
            boolean migrates,
            @Nullable Seeds seeds,
            Set<LintRule> ignored) {
        this.database = database;
        this.migrator = migrator;
        this.asksHealth = asksHealth;
        this.validates = validates;
        this.migrates = migrates;
        this.seeds = seeds;
        this.ignored = ignored;
    }

    /** A deploy by that migrator, with each of its steps. */
    public static Deploy of(Migrator migrator) {
        return new Deploy(migrator.database(), migrator, true, true, true, null, EnumSet.noneOf(LintRule.class));
    }

    /** Without looking whether the database is up, where it is skipped. */
    public Deploy skipHealthCheck(boolean skipped) {
        return new Deploy(database, migrator, !skipped, validates, migrates, seeds, ignored);
    }

    /** Whether each migration is looked at before any runs: how it stands, and what is unsafe in it. */
    public Deploy validateBeforeDeploy(boolean validated) {
        return new Deploy(database, migrator, asksHealth, validated, migrates, seeds, ignored);
    }

    /** Whether what is pending is applied. */
    public Deploy runMigrations(boolean run) {
        return new Deploy(database, migrator, asksHealth, validates, run, seeds, ignored);
    }

    /**
     * Puts these rows in when the migrations are there, before another migrator can begin: a plan, or seeders. They should
     * be of the kind that may be put in again, as each deploy does so.
     */
    public Deploy runSeeds(Seeds rows) {
        return new Deploy(database, migrator, asksHealth, validates, migrates, rows, ignored);
    }

    /** Lets these rules be broken. */
    public Deploy ignoring(LintRule... rules) {
        Set<LintRule> all = EnumSet.noneOf(LintRule.class);
        all.addAll(ignored);
        all.addAll(Arrays.asList(rules));
        return new Deploy(database, migrator, asksHealth, validates, migrates, seeds, all);
    }

    /**
     * Runs its steps. Ends with
     *
     * <ul>
     *   <li>{@link UnhealthyDatabaseException} when the database is not up: nothing was done,
     *   <li>{@link DeployRefusedException} when a migration was edited, is missing, out of order, ended midway or is unsafe:
     *       nothing was done,
     *   <li>what {@link Migrator#migrate()} ends with, and what the seeds end with, after the migrations: they stay.
     * </ul>
     */
    public Mono<Report> run() {
        return Mono.defer(() -> {
            long start = System.nanoTime();
            return health().singleOptional()
                    .flatMap(health -> validated()
                            .then(Mono.defer(this::applied))
                            .map(events -> new Report(
                                    health.orElse(null),
                                    events.stream().flatMap(Deploy::names).toList(),
                                    events.stream().flatMap(Deploy::seeded).toList(),
                                    Duration.ofNanos(System.nanoTime() - start))));
        });
    }

    private Mono<Health> health() {
        return asksHealth
                ? database.healthCheck()
                        .flatMap(health ->
                                health.up() ? Mono.just(health) : Mono.error(new UnhealthyDatabaseException(health)))
                : Mono.empty();
    }

    private Mono<Void> validated() {
        return validates
                ? Flux.concat(standing(), unsafe())
                        .collectList()
                        .flatMap(problems ->
                                problems.isEmpty() ? Mono.empty() : Mono.error(new DeployRefusedException(problems)))
                : Mono.empty();
    }

    private Flux<String> standing() {
        return migrator.status()
                .filter(status -> REFUSED.contains(status.state()))
                .map(status ->
                        status.note() == null ? status.migration() + " is " + words(status.state()) : status.note());
    }

    private static String words(State state) {
        return switch (state) {
            case OUT_OF_ORDER -> "pending, though one that comes after it was applied";
            case EDITED -> "applied, but was edited since";
            case MISSING -> "applied, but not given any more";
            default -> state.name();
        };
    }

    private Flux<String> unsafe() {
        return migrator.lint()
                .filter(report -> !ignored.contains(report.rule()))
                .map(LintReport::message);
    }

    private Mono<List<MigrationEvent>> applied() {
        Migrator seeding = seeds == null ? migrator : migrator.seeding(seeds);
        return (migrates ? seeding.migrate() : seeding.seed()).collectList();
    }

    private static Stream<MigrationName> names(MigrationEvent event) {
        if (event instanceof Finished finished) {
            return Stream.of(finished.migration());
        }
        return event instanceof Loaded loaded ? loaded.migrations().stream() : Stream.empty();
    }

    private static Stream<String> seeded(MigrationEvent event) {
        return event instanceof Seeded rows ? Stream.of(rows.what()) : Stream.empty();
    }

    /**
     * What a deploy did.
     *
     * @param health of the database before anything was done; null where it was not asked
     * @param applied the migrations, in their order; empty when nothing was pending
     * @param seeded what was put in after them, such as {@code roles: 3 rows}; empty when nothing was to be
     * @param duration of all of it
     */
    public record Report(@Nullable Health health, List<MigrationName> applied, List<String> seeded, Duration duration) {

        public Report {
            applied = List.copyOf(applied);
            seeded = List.copyOf(seeded);
        }
    }
}
