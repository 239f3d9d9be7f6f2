package dev.ilana.schema.seed;

import dev.ilana.error.InvalidUsageException;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link SeedPlan} is carried out.
 *
 * @param environment where this is: which rows of {@link RowSeed#when} are put in; null for where the run is that it is part
 *     of, see {@link Seeding#environment}
 * @param withinTransaction whether a run is one transaction, all or nothing; else each batch of rows is one
 * @param defaultStrategy what becomes of a row whose key is taken, where its seed says nothing
 * @param detectsCycles whether tables that reference each other in a circle are looked for
 * @param onCycle what is done about them
 * @param generatesDown whether the {@code down} of a migration's source takes the rows back
 * @param downStrategy what becomes of the rows when they are taken back
 * @param deletesByKey whether a row is found again by its key; else by all the values that it was seeded with
 * @param onRollbackError what is done when some rows can't be taken back
 */
public record SeedConfig(
        @Nullable String environment,
        boolean withinTransaction,
        SeedStrategy defaultStrategy,
        boolean detectsCycles,
        Reaction onCycle,
        boolean generatesDown,
        DownStrategy downStrategy,
        boolean deletesByKey,
        Reaction onRollbackError) {

    /** Inserts; warns of cycles and of rows that can't be taken back; a migration takes none back. */
    public static final SeedConfig DEFAULT = new SeedConfig(
            null, false, SeedStrategy.INSERT, true, Reaction.WARN, false, DownStrategy.DELETE, true, Reaction.WARN);

    /** Where a run is of which nothing is said. */
    static final String DEVELOPMENT = "development";

    public SeedConfig {
        if (environment != null && environment.isBlank()) {
            throw new InvalidUsageException("an environment needs a name, such as development");
        }
    }

    public SeedConfig withEnvironment(String name) {
        return new SeedConfig(
                name,
                withinTransaction,
                defaultStrategy,
                detectsCycles,
                onCycle,
                generatesDown,
                downStrategy,
                deletesByKey,
                onRollbackError);
    }

    public SeedConfig withTransaction(boolean one) {
        return new SeedConfig(
                environment,
                one,
                defaultStrategy,
                detectsCycles,
                onCycle,
                generatesDown,
                downStrategy,
                deletesByKey,
                onRollbackError);
    }

    public SeedConfig withDefaultStrategy(SeedStrategy strategy) {
        return new SeedConfig(
                environment,
                withinTransaction,
                strategy,
                detectsCycles,
                onCycle,
                generatesDown,
                downStrategy,
                deletesByKey,
                onRollbackError);
    }

    public SeedConfig withCycleDetection(boolean looked) {
        return new SeedConfig(
                environment,
                withinTransaction,
                defaultStrategy,
                looked,
                onCycle,
                generatesDown,
                downStrategy,
                deletesByKey,
                onRollbackError);
    }

    public SeedConfig onCycle(Reaction reaction) {
        return new SeedConfig(
                environment,
                withinTransaction,
                defaultStrategy,
                detectsCycles,
                reaction,
                generatesDown,
                downStrategy,
                deletesByKey,
                onRollbackError);
    }

    public SeedConfig withGeneratedDown(boolean generated) {
        return new SeedConfig(
                environment,
                withinTransaction,
                defaultStrategy,
                detectsCycles,
                onCycle,
                generated,
                downStrategy,
                deletesByKey,
                onRollbackError);
    }

    public SeedConfig withDownStrategy(DownStrategy strategy) {
        return new SeedConfig(
                environment,
                withinTransaction,
                defaultStrategy,
                detectsCycles,
                onCycle,
                generatesDown,
                strategy,
                deletesByKey,
                onRollbackError);
    }

    public SeedConfig withDeleteByKey(boolean byKey) {
        return new SeedConfig(
                environment,
                withinTransaction,
                defaultStrategy,
                detectsCycles,
                onCycle,
                generatesDown,
                downStrategy,
                byKey,
                onRollbackError);
    }

    public SeedConfig onRollbackError(Reaction reaction) {
        return new SeedConfig(
                environment,
                withinTransaction,
                defaultStrategy,
                detectsCycles,
                onCycle,
                generatesDown,
                downStrategy,
                deletesByKey,
                reaction);
    }
}
