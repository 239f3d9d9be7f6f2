package dev.ilana.schema.migrate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which pending migrations to apply, and how.
 *
 * @param only these and no others; all when empty
 * @param to the last one to apply; null for no limit
 * @param step whether each is a batch of its own, so that they can be rolled back one by one
 * @param allowOutOfOrder whether one may run that comes before another that was applied already
 */
public record MigrateOptions(
        Set<MigrationName> only, @Nullable MigrationName to, boolean step, boolean allowOutOfOrder) {

    /** All that are pending, in order, as one batch. */
    public static final MigrateOptions ALL = new MigrateOptions(Set.of(), null, false, false);

    public MigrateOptions {
        only = Set.copyOf(only);
    }

    /**
     * These and no others.
     *
     * @throws InvalidMigrationNameException when one is no migration's name
     */
    public MigrateOptions only(String... names) {
        Set<MigrationName> chosen = Arrays.stream(names).map(MigrationName::new).collect(Collectors.toSet());
        return new MigrateOptions(chosen, to, step, allowOutOfOrder);
    }

    /**
     * Up to that one and with it.
     *
     * @throws InvalidMigrationNameException when it is no migration's name
     */
    public MigrateOptions to(String name) {
        return new MigrateOptions(only, new MigrationName(name), step, allowOutOfOrder);
    }

    /** Each as a batch of its own. */
    public MigrateOptions inSteps() {
        return new MigrateOptions(only, to, true, allowOutOfOrder);
    }

    /** Also those that come before one that was applied already, as after the merge of an older branch. */
    public MigrateOptions outOfOrder() {
        return new MigrateOptions(only, to, step, true);
    }

    /** Those that were called by their names. */
    Set<MigrationName> named() {
        Set<MigrationName> named = new HashSet<>(only);
        if (to != null) {
            named.add(to);
        }
        return named;
    }

    boolean includes(MigrationName name) {
        return (only.isEmpty() || only.contains(name)) && (to == null || name.compareTo(to) <= 0);
    }
}
