package dev.ilana.cli;

import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.migrate.OwnTables;
import dev.ilana.schema.prisma.PrismaProvider;
import dev.ilana.schema.prisma.PrismaSchema;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Mono;

/** {@code ilana-r schema:pull} */
@Command(
        name = "schema:pull",
        description = "Writes the tables that the database has as a Prisma file.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ilana-r schema:pull",
            "  ilana-r schema:pull --prisma -",
            "  ilana-r schema:pull --prisma db/shop.prisma --force"
        })
final class PullCommand implements Callable<Integer> {

    private static final String FILE = "schema.prisma";

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--prisma",
            paramLabel = "FILE",
            description = "Where to write it, - for standard output. Default: " + FILE + ".")
    private @Nullable String prisma;

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    @Override
    public Integer call() {
        TextTarget target =
                TextTarget.of(prisma == null ? options.inProject(FILE).toString() : prisma, force);
        PrismaSchema pulled = options.withDatabase(PullCommand::pulled);
        target.write(
                pulled.print(), "prisma", "pulled", pulled.definition().tables().size(), options.console());
        return Exit.OK;
    }

    private static Mono<PrismaSchema> pulled(Opened it) {
        Catalog catalog = Catalog.of(it.database());
        return catalog.unread()
                .doOnNext(thing -> it.console().remark("left out  " + thing))
                .then(catalog.schema())
                .map(schema -> PrismaSchema.of(
                        OwnTables.leftOutOf(schema, it.settings()),
                        PrismaProvider.of(it.database().dialect())));
    }
}
