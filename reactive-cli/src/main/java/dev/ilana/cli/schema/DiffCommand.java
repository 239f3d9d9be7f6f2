package dev.ilana.cli.schema;

import dev.ilana.cli.console.Exit;
import dev.ilana.cli.console.UsageException;
import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.HistoryOption;
import dev.ilana.cli.option.Opened;
import dev.ilana.cli.option.Opening;
import dev.ilana.connection.Database;
import dev.ilana.schema.diff.Difference;
import dev.ilana.schema.diff.SchemaSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code ilana-r schema:diff} */
@Command(
        name = "schema:diff",
        description =
                "Shows what makes the database the schema of a Prisma file or of models, or of the migrations, or of"
                        + " both. Nothing is changed.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ilana-r schema:diff --prisma schema.prisma",
            "  ilana-r schema:diff --prisma schema.prisma --drop columns --rename users.name=full_name --sql",
            "  ilana-r schema:diff --migrations --shadow-url h2:mem:shadow --check",
            "  ilana-r schema:diff --models --migrations --check"
        })
public final class DiffCommand implements Callable<Integer> {

    /** The connection that the shadow database is at, where no URL is given. */
    private static final String SHADOW = "shadow";

    private static final String NOTHING = "Nothing differs.";

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Mixin
    private ChangeOptions changes = new ChangeOptions();

    @Mixin
    private WantedOptions wanted = new WantedOptions();

    @Option(
            names = "--migrations",
            description =
                    "The schema that is wanted is what all migrations make of an empty database, the shadow; so what"
                            + " somebody changed by hand is found.")
    private boolean migrations;

    @Option(
            names = "--shadow-url",
            paramLabel = "URL",
            description =
                    "An empty database of the same kind, which is emptied again. Default: the connection named shadow,"
                            + " at $DB_SHADOW_URL, else at connections.shadow.url in ilana.yml or ilana.properties.")
    private @Nullable String shadowUrl;

    @Option(names = "--sql", description = "Show the SQL that would do it.")
    private boolean sql;

    @Option(names = "--check", description = "Exit with 4 when something differs, also when it would be left as it is.")
    private boolean check;

    /** @param from what wants the database to be so */
    private record Compared(String from, Difference difference) {}

    @Override
    public Integer call() {
        wanted.requireAtMostOne();
        if (!wanted.given() && !migrations) {
            throw new UsageException(
                    "say --prisma FILE or --models [DIR], or --migrations, or one of the former with the latter");
        }
        if (shadowUrl != null && !migrations) {
            throw new UsageException("--shadow-url goes with --migrations");
        }
        List<Compared> all =
                opening().run(it -> Flux.concat(ofMigrations(it), ofWanted(it)).collectList());
        all.forEach(this::report);
        boolean differs = all.stream().anyMatch(one -> !one.difference.isEmpty());
        return check && differs ? Exit.DRIFT : Exit.OK;
    }

    private Opening opening() {
        return migrations ? history.of(options).withMigrations() : history.of(options);
    }

    private void report(Compared one) {
        DifferenceReport report =
                new DifferenceReport(options.console(), migrations && wanted.given() ? one.from : null);
        if (sql) {
            report.sql(one.difference, NOTHING);
        } else {
            report.lines(one.difference, NOTHING);
        }
    }

    private Mono<Compared> ofMigrations(Opened it) {
        return migrations
                ? Mono.usingWhen(
                                Mono.fromSupplier(() -> options.other(shadowUrl, SHADOW)),
                                shadow -> it.migrator().schemaIn(shadow).map(SchemaSource::of),
                                Database::close)
                        .flatMap(made -> compared("migrations", made, it))
                : Mono.empty();
    }

    private Mono<Compared> ofWanted(Opened it) {
        return wanted.given() ? Mono.defer(() -> compared(wanted.word(), wanted.source(it), it)) : Mono.empty();
    }

    private Mono<Compared> compared(String from, SchemaSource source, Opened it) {
        return it.notOwn(changes.diff()).on(it.database(), source).map(difference -> new Compared(from, difference));
    }
}
