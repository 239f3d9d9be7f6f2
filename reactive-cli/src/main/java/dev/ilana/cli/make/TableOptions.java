package dev.ilana.cli.make;

import dev.ilana.cli.console.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --create} and {@code --table}: what a new migration is about. */
final class TableOptions {

    @Option(
            names = "--create",
            paramLabel = "TABLE",
            description = "It creates that table. Default: posts of create_posts_table.")
    private @Nullable String create;

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            description = "It changes that table. Default: users of add_age_to_users_table.")
    private @Nullable String table;

    /** Whether one of them was said. */
    boolean given() {
        return create != null || table != null;
    }

    /**
     * What they say, else what the name tells.
     *
     * @throws UsageException when both were said, or no table can be called so
     */
    MigrationSubject subject(String name) {
        if (create != null && table != null) {
            throw new UsageException("say one of --create TABLE and --table TABLE, not both");
        } else if (create != null) {
            return new MigrationSubject(Stub.MIGRATION_CREATE, checked("--create", create));
        } else if (table != null) {
            return new MigrationSubject(Stub.MIGRATION_TABLE, checked("--table", table));
        }
        return MigrationSubject.of(name);
    }

    private String checked(String option, String said) {
        if (!MigrationSubject.isTable(said)) {
            throw new UsageException(option + " is the name of a table, of letters, digits and _, not " + said);
        }
        return said;
    }
}
