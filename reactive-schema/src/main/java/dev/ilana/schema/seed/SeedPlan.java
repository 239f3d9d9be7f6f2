package dev.ilana.schema.seed;

import dev.ilana.connection.Database;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableOrder;
import dev.ilana.schema.migrate.InvalidMigrationNameException;
import dev.ilana.schema.migrate.MigrationName;
import dev.ilana.schema.migrate.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rows that a database begins with, declared in any order: they are put in parents first, by the foreign keys that the
 * database has. A plan is immutable; nothing happens before what it gives is subscribed. It is a {@link Seeder} too, which
 * others may call.
 *
 * <p>Everything is looked at before the first row is written. What is given ends with
 *
 * <ul>
 *   <li>{@link dev.ilana.schema.introspect.UnknownTableException} or {@link dev.ilana.error.UnknownColumnException} when there is no such table or
 *       column, naming the nearest,
 *   <li>{@link dev.ilana.error.InvalidUsageException} when rows are to be upserted by what is no unique key, or lack it,
 *   <li>{@link SeedCycleException} when tables reference each other in a circle, and that is to be refused;
 * </ul>
 *
 * and a run with a {@link SeedFailedException} whose cause is one of these, or what the database said of a row.
 */
public final class SeedPlan implements Seeder, Seeds {

    private final String name;
    private final List<Seed> seeds;
    private final SeedConfig config;

    private SeedPlan(String name, List<Seed> seeds, SeedConfig config) {
        this.name = name;
        this.seeds = List.copyOf(seeds);
        this.config = config;
    }

    /** A plan of these seeds; those of one table are put in in this order. */
    public static SeedPlan of(Seed... seeds) {
        return new SeedPlan("SeedPlan", List.of(seeds), SeedConfig.DEFAULT);
    }

    /** The same with these seeds more. */
    public SeedPlan and(Seed... more) {
        List<Seed> all = new ArrayList<>(seeds);
        Collections.addAll(all, more);
        return new SeedPlan(name, all, config);
    }

    /** The same, which events call by that name. */
    public SeedPlan named(String newName) {
        return new SeedPlan(newName, seeds, config);
    }

    /** The same, carried out in that way. */
    public SeedPlan with(SeedConfig newConfig) {
        return new SeedPlan(name, seeds, newConfig);
    }

    /** What would be put into that database. Nothing is. */
    public Mono<PlannedSeeds> plan(Database database) {
        String environment = environment(SeedConfig.DEVELOPMENT);
        return ordered(database, environment).map(ordered -> {
            List<SeedStep> all = new ArrayList<>();
            ordered.steps.forEach(step -> all.add(step.told()));
            elsewhere(environment).forEach(seed -> all.add(skipped(seed)));
            return new PlannedSeeds(all, ordered.cycles());
        });
    }

    /** Puts the rows into that database. What is upserted or ignored may be put in again, and nothing changes. */
    public Flux<SeedEvent> run(Database database) {
        return Seeders.of(this).run(database);
    }

    /** Takes the rows back from that database, as the configuration says, children first. */
    public Flux<SeedEvent> rollback(Database database) {
        return Seeders.of(down()).run(database);
    }

    @Override
    public Flux<String> seed(Database database) {
        return Seeders.of(this).seed(database);
    }

    /**
     * The source of a migration that puts the same rows in: those of the configuration's environment, as they are now, in
     * the order that this database wants. Its {@code down} takes them back, where the configuration says so.
     *
     * <p>Ends with an {@link dev.ilana.error.InvalidUsageException} for more rows than a class can hold, and for a value
     * that has no literal.
     *
     * @param migration its name, such as {@code M20261121_093000_SeedRoles}
     * @throws InvalidMigrationNameException when it is none
     */
    public Mono<String> migration(Database database, String migration) {
        MigrationName checked = new MigrationName(migration);
        return ordered(database, environment(SeedConfig.DEVELOPMENT)).flatMap(ordered -> {
            SeedSource source = new SeedSource(checked.value(), config);
            return ordered.refused()
                    .then(Flux.fromIterable(ordered.steps)
                            .concatMap(step -> source.add(step, database), 1)
                            .then(Mono.fromSupplier(source::text)));
        });
    }

    // As a seeder

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean withinTransaction() {
        return config.withinTransaction();
    }

    @Override
    public Publisher<?> run(Seeding seeding) {
        String environment = environment(seeding.environment());
        return ordered(seeding.database(), environment)
                .flatMap(ordered -> ordered.refused().then(Mono.defer(() -> {
                    if (!ordered.cycles().isEmpty() && config.onCycle() == Reaction.WARN) {
                        seeding.warn(SeedCycleException.words(ordered.cycles()));
                    }
                    elsewhere(environment)
                            .forEach(seed -> seeding.skipped(
                                    seed.table().toString(),
                                    "this is " + environment + ", and it is for "
                                            + String.join(", ", seed.terms().environments())));
                    return seeding.call(ordered.steps.toArray(Seeder[]::new));
                })));
    }

    /** What takes the rows back, as a seeder that others may call. */
    public Seeder down() {
        return new Seeder() {
            @Override
            public Publisher<?> run(Seeding seeding) {
                String environment = environment(seeding.environment());
                if (config.downStrategy() == DownStrategy.SKIP) {
                    here(environment)
                            .forEach(seed -> seeding.skipped(seed.table().toString(), "what was seeded stays"));
                    return Mono.empty();
                }
                return ordered(seeding.database(), environment).flatMap(ordered -> {
                    List<Seeder> back = new ArrayList<>();
                    ordered.steps.forEach(step -> back.add(0, new StepBack(step, config)));
                    return seeding.call(back.toArray(Seeder[]::new));
                });
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean withinTransaction() {
                return config.withinTransaction();
            }
        };
    }

    // How it is done

    /** What is done in this environment, in the order of the tables. */
    private record Ordered(List<TableStep> steps, TableOrder order, SeedConfig config) {

        List<List<QualifiedName>> cycles() {
            return config.detectsCycles() ? order.cycles() : List.of();
        }

        Mono<Void> refused() {
            return cycles().isEmpty() || config.onCycle() != Reaction.THROW
                    ? Mono.empty()
                    : Mono.error(() -> new SeedCycleException(cycles()));
        }
    }

    /** That of the plan; where it has none, that of the run. */
    private String environment(String ofRun) {
        return config.environment() == null ? ofRun : config.environment();
    }

    private Mono<Ordered> ordered(Database database, String environment) {
        List<Seed> here = here(environment);
        return KnownTable.definitions(
                        database, here.stream().map(Seed::table).collect(Collectors.toCollection(LinkedHashSet::new)))
                .map(tables -> {
                    TableOrder order = TableOrder.of(tables);
                    List<TableStep> steps = order.tables().stream()
                            .flatMap(table -> here.stream()
                                    .filter(seed -> seed.table().equals(table.name()))
                                    .map(seed -> TableStep.of(seed, table, config)))
                            .toList();
                    return new Ordered(steps, order, config);
                });
    }

    private List<Seed> here(String environment) {
        return seeds.stream().filter(seed -> seed.terms().holdIn(environment)).toList();
    }

    private List<Seed> elsewhere(String environment) {
        return seeds.stream()
                .filter(seed -> !seed.terms().holdIn(environment))
                .sorted(Comparator.comparing(seed -> seed.table().toString()))
                .toList();
    }

    private SeedStep skipped(Seed seed) {
        SeedTerms terms = seed.terms();
        SeedStrategy strategy = terms.strategy() == null ? config.defaultStrategy() : terms.strategy();
        return new SeedStep(
                seed.table().toString(), strategy, terms.key(), seed.count(), Set.copyOf(terms.environments()), false);
    }
}
