package dev.ilana.cli;

import dev.ilana.connection.Database;
import dev.ilana.schema.diff.Difference;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.diff.SchemaSource;
import dev.ilana.schema.migrate.OwnTables;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import reactor.core.publisher.Mono;

/** {@code ilana-r schema:diff} */
@Command(
        name = "schema:diff",
        description =
                "Shows what makes the database the schema of a Prisma file or of the migrations. Nothing is changed.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ilana-r schema:diff --prisma schema.prisma",
            "  ilana-r schema:diff --prisma schema.prisma --drop columns --rename users.name=full_name --sql",
            "  ilana-r schema:diff --migrations --shadow-url h2:mem:shadow --check"
        })
final class DiffCommand implements Callable<Integer> {

    /** The connection that the shadow database is at, where no URL is given. */
    private static final String SHADOW = "shadow";

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private ChangeOptions changes = new ChangeOptions();

    @Option(names = "--prisma", paramLabel = "FILE", description = "The schema that is wanted is that of the file.")
    private @Nullable Path prisma;

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

    @Override
    public Integer call() {
        if ((prisma == null) != migrations) {
            throw usage("say one of --prisma FILE and --migrations");
        }
        if (shadowUrl != null && !migrations) {
            throw usage("--shadow-url goes with --migrations");
        }
        SchemaDiff diff = changes.in(SchemaDiff.create());
        Difference difference = options.open(
                false,
                migrations,
                it -> wanted(it)
                        .flatMap(wanted -> diff.ignoring(
                                        OwnTables.of(it.settings()).toArray(String[]::new))
                                .on(it.database(), wanted)));
        DifferenceReport report = new DifferenceReport(options.console());
        if (sql) {
            report.sql(difference, "Nothing differs.");
        } else {
            report.lines(difference, "Nothing differs.");
        }
        return check && !difference.isEmpty() ? Exit.DRIFT : Exit.OK;
    }

    private Mono<SchemaSource> wanted(Opened it) {
        return prisma == null
                ? Mono.usingWhen(
                        Mono.fromSupplier(() -> options.other(shadowUrl, SHADOW)),
                        shadow -> it.migrator().schemaIn(shadow).map(SchemaSource::of),
                        Database::close)
                : Mono.just(new PrismaText(prisma).read(it.database().dialect()));
    }

    private ParameterException usage(String message) {
        return new ParameterException(options.console().commandLine(), message);
    }
}
