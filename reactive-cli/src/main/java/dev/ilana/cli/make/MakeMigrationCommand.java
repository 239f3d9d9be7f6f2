package dev.ilana.cli.make;

import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.console.Console;
import dev.ilana.cli.console.Exit;
import dev.ilana.cli.console.UsageException;
import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.MigratorOptions;
import dev.ilana.cli.option.Opened;
import dev.ilana.cli.schema.ChangeOptions;
import dev.ilana.cli.schema.DifferenceReport;
import dev.ilana.cli.schema.WantedOptions;
import dev.ilana.schema.generate.MigrationDraft;
import dev.ilana.schema.migrate.MigrationStatus.State;
import dev.ilana.schema.migrate.Migrator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reactor.core.publisher.Mono;

/** {@code ilana-r make:migration} */
@Command(
        name = "make:migration",
        description =
                "Writes a migration to fill in, or by --from-diff one of what differs between the database and the schema"
                        + " of a Prisma file or of models, there and back. The database is not changed.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ilana-r make:migration create_posts_table",
            "  ilana-r make:migration add_age_to_users_table",
            "  ilana-r make:migration AddAges --table users",
            "  ilana-r make:migration AddPosts --from-diff --models",
            "  ilana-r make:migration AddPosts --from-diff --models src/main/java/shop/models",
            "  ilana-r make:migration full_names --from-diff --prisma schema.prisma --rename users.name=full_name"
        })
public final class MakeMigrationCommand implements Callable<Integer> {

    private static final Set<State> PENDING = EnumSet.of(State.PENDING, State.OUT_OF_ORDER, State.FAILED);

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private MigratorOptions migrator = new MigratorOptions();

    @Mixin
    private TableOptions table = new TableOptions();

    @Mixin
    private WantedOptions wanted = new WantedOptions();

    @Mixin
    private ChangeOptions changes = new ChangeOptions();

    @Parameters(
            paramLabel = "NAME",
            description = "What it does, such as AddPosts or add_posts; the time comes before it. Or its whole name.")
    private String name = "";

    @Option(names = "--from-diff", description = "Write what differs from --prisma FILE or --models [DIR].")
    private boolean fromDiff;

    @Override
    public Integer call() {
        return fromDiff ? ofDifference() : toFillIn();
    }

    private int toFillIn() {
        if (wanted.given() || changes.given()) {
            throw new UsageException("--prisma, --models, --drop, --drop-all and --rename are those of --from-diff");
        }
        MigrationSubject subject = table.subject(name);
        NewMigration migration = NewMigration.of(name, options.migrations());
        String source = Stubs.of(options.project()).text(subject.stub()).filled(subject.values(migration));
        return written(migration, source);
    }

    private int ofDifference() {
        if (table.given()) {
            throw new UsageException("--create and --table are not those of --from-diff, which finds the tables");
        }
        wanted.requireOne();
        NewMigration migration = NewMigration.of(name, options.migrations());
        MigrationDraft draft = migrator.of(options)
                .run(it -> nothingPending(it)
                        .then(Mono.defer(
                                () -> MigrationDraft.of(it.database(), wanted.source(it), it.notOwn(changes.diff())))));
        Console console = options.console();
        DifferenceReport.on(console).withheld(draft.up());
        if (draft.isEmpty()) {
            console.remark("Nothing to change; no migration was written.");
            return Exit.OK;
        }
        return written(migration, draft.source(migration.name()));
    }

    private int written(NewMigration migration, String source) {
        MadeFile.write(List.of(migration.of(source)), false, options.console());
        return Exit.OK;
    }

    /** What a migration would do that has not run yet differs too, and would be written once more. */
    private static Mono<Void> nothingPending(Opened it) {
        return Migrator.of(it.database(), it.code().migrations(false))
                .with(it.settings())
                .status()
                .filter(status -> PENDING.contains(status.state()))
                .next()
                .flatMap(status -> Mono.error(new CommandFailedException(
                        status.migration() + " is pending: migrate first, or what it does would be written again")));
    }
}
