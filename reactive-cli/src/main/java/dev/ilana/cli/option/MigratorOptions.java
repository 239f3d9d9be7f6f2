package dev.ilana.cli.option;

import dev.ilana.schema.migrate.MigratorSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a migrator works: in which schema it has its history, and how it keeps others out. */
public final class MigratorOptions {

    @Option(names = "--schema", paramLabel = "NAME", description = "The schema of the history.")
    private @Nullable String schema;

    @Mixin
    private LockOptions lock = new LockOptions();

    /** The database of those options, with a migrator as this says. */
    public Opening of(DatabaseOptions options) {
        Opening opening = options.opening();
        MigratorSettings said = opening.settings();
        MigratorSettings settings = said.withLock(lock.over(said.lock()));
        return opening.with(schema == null ? settings : settings.withSchema(OptionName.check("--schema", schema)));
    }
}
