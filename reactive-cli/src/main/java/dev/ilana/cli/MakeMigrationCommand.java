package dev.ilana.cli;

import dev.ilana.schema.generate.MigrationDraft;
import dev.ilana.schema.migrate.InvalidMigrationNameException;
import dev.ilana.schema.migrate.MigrationName;
import dev.ilana.schema.migrate.MigrationStatus.State;
import dev.ilana.schema.migrate.Migrator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import reactor.core.publisher.Mono;

/** {@code ilana-r make:migration} */
@Command(
        name = "make:migration",
        description =
                "Writes a migration of what differs between the database and the schema of a Prisma file or of models,"
                        + " there and back. The database is not changed.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ilana-r make:migration AddPosts --from-diff --models",
            "  ilana-r make:migration AddPosts --from-diff --models src/main/java/shop/models",
            "  ilana-r make:migration full_names --from-diff --prisma schema.prisma --rename users.name=full_name"
        })
final class MakeMigrationCommand implements Callable<Integer> {

    private static final Set<State> PENDING = EnumSet.of(State.PENDING, State.OUT_OF_ORDER, State.FAILED);

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private WantedOptions wanted = new WantedOptions();

    @Mixin
    private ChangeOptions changes = new ChangeOptions();

    @Parameters(
            paramLabel = "NAME",
            description = "What it does, such as AddPosts or add_posts; the time comes before it. Or its whole name.")
    private String name = "";

    // There is nothing else yet that a migration could be made of.
    @SuppressWarnings("unused")
    @Option(names = "--from-diff", required = true, description = "Write what differs.")
    private boolean fromDiff;

    @Override
    public Integer call() {
        wanted.requireOne();
        Path directory = options.directories().get(0);
        MigrationName migration = name(options.migrationFiles().stream()
                .flatMap(files -> files.names().stream())
                .toList());
        TextFile file = new TextFile(directory.resolve(migration + ".java"));
        file.requireNew("give the migration another name");
        MigrationDraft draft = options.open(
                false,
                false,
                it -> nothingPending(it)
                        .then(Mono.defer(
                                () -> MigrationDraft.of(it.database(), wanted.source(it), it.notOwn(changes.diff())))));
        Console console = options.console();
        DifferenceReport.on(console).withheld(draft.up());
        if (draft.isEmpty()) {
            console.remark("Nothing to change; no migration was written.");
            return Exit.OK;
        }
        file.write(draft.source(migration), false);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("event", "made");
        object.put("migration", migration);
        object.put("file", file.path());
        console.print("made  " + file.path(), object);
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

    private MigrationName name(List<MigrationName> others) {
        try {
            return MigrationName.isName(name)
                    ? new MigrationName(name)
                    : MigrationName.next(name, Instant.now(), others);
        } catch (InvalidMigrationNameException e) {
            throw new ParameterException(
                    options.console().commandLine(),
                    "NAME is of letters, digits and _, such as AddPosts, not " + name,
                    e);
        }
    }
}
