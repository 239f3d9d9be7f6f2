package dev.ilana.schema.migrate;

import dev.ilana.connection.Database;
import dev.ilana.connection.Health;
import dev.ilana.schema.lint.LintRule;
import dev.ilana.schema.migrate.MigrationEvent.Finished;
import dev.ilana.schema.migrate.MigrationEvent.Loaded;
import dev.ilana.schema.migrate.MigrationStatus.State;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a new version of a program does with its database before it serves anybody: it looks whether the database is there,
 * whether anything stands against its migrations, and then applies them. A deploy is immutable; subscribing twice runs
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
    private final Set<LintRule> ignored;

    private Deploy(
            Database database,
            Migrator migrator,
            boolean asksHealth,
            boolean validates,
            boolean migrates,
            Set<LintRule> ignored) {
        this.database = database;
        this.migrator = migrator;
        this.asksHealth = asksHealth;
        this.validates = validates;
        this.migrates = migrates;
        this.ignored = ignored;
    }

    /** A deploy by that migrator, with each of its steps. */
    public static Deploy of(Migrator migrator) {
        return new Deploy(migrator.database(), migrator, true, true, true, EnumSet.noneOf(LintRule.class));
    }

    /** Without looking whether the database is up, where it is skipped. */
    public Deploy skipHealthCheck(boolean skipped) {
        return new Deploy(database, migrator, !skipped, validates, migrates, ignored);
    }

    /** Whether each migration is looked at before any runs: how it stands, and what is unsafe in it. */
    public Deploy validateBeforeDeploy(boolean validated) {
        return new Deploy(database, migrator, asksHealth, validated, migrates, ignored);
    }

    /** Whether what is pending is applied. */
    public Deploy runMigrations(boolean run) {
        return new Deploy(database, migrator, asksHealth, validates, run, ignored);
    }

    /** Lets these rules be broken. */
    public Deploy ignoring(LintRule... rules) {
        Set<LintRule> all = EnumSet.noneOf(LintRule.class);
        all.addAll(ignored);
        all.addAll(Arrays.asList(rules));
        return new Deploy(database, migrator, asksHealth, validates, migrates, all);
    }

    /**
     * Runs its steps. Ends with
     *
     * <ul>
     *   <li>{@link UnhealthyDatabaseException} when the database is not up: nothing was done,
     *   <li>{@link DeployRefusedException} when a migration was edited, is missing, out of order, ended midway or is unsafe:
     *       nothing was done,
     *   <li>what {@link Migrator#migrate()} ends with.
     * </ul>
     */
    public Mono<Report> run() {
        return Mono.defer(() -> {
            long start = System.nanoTime();
            return health().singleOptional()
                    .flatMap(health -> validated()
                            .then(Mono.defer(this::applied))
                            .map(applied -> new Report(
                                    health.orElse(null), applied, Duration.ofNanos(System.nanoTime() - start))));
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

    private Mono<List<MigrationName>> applied() {
        return migrates ? migrator.migrate().flatMapIterable(Deploy::names).collectList() : Mono.just(List.of());
    }

    private static List<MigrationName> names(MigrationEvent event) {
        if (event instanceof Finished finished) {
            return List.of(finished.migration());
        }
        return event instanceof Loaded loaded ? loaded.migrations() : List.of();
    }

    /**
     * What a deploy did.
     *
     * @param health of the database before anything was done; null where it was not asked
     * @param applied the migrations, in their order; empty when nothing was pending
     * @param duration of all of it
     */
    public record Report(@Nullable Health health, List<MigrationName> applied, Duration duration) {

        public Report {
            applied = List.copyOf(applied);
        }
    }
}
