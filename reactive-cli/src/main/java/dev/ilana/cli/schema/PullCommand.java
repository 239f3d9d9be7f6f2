package dev.ilana.cli.schema;

import dev.ilana.cli.console.Exit;
import dev.ilana.cli.console.UsageException;
import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.HistoryOption;
import dev.ilana.cli.option.Opened;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.generate.ModelSources;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.migrate.OwnTables;
import dev.ilana.schema.prisma.PrismaProvider;
import dev.ilana.schema.prisma.PrismaSchema;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Mono;

/** {@code ilana-r schema:pull} */
@Command(
        name = "schema:pull",
        description = "Writes the tables that the database has as a Prisma file, or as models.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ilana-r schema:pull",
            "  ilana-r schema:pull --prisma -",
            "  ilana-r schema:pull --prisma db/shop.prisma --force",
            "  ilana-r schema:pull --models src/main/java --package com.example.shop"
        })
public final class PullCommand implements Callable<Integer> {

    private static final String FILE = "schema.prisma";

    /** {@code --models} without a directory. */
    private static final String OF_PROJECT = "";

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Option(
            names = "--prisma",
            paramLabel = "FILE",
            description = "Where to write it, - for standard output. Default: " + FILE + ".")
    private @Nullable String prisma;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            arity = "0..1",
            fallbackValue = OF_PROJECT,
            description =
                    "Writes a model for each table into that directory. Default: models.directories in ilana.yml or"
                            + " ilana.properties, else database/models.")
    private @Nullable String models;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The package of the models, whose directories are made. Default: none.")
    private String javaPackage = "";

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    @Override
    public Integer call() {
        if (models == null && !javaPackage.isEmpty()) {
            throw new UsageException("--package is that of --models [DIR]");
        } else if (models == null) {
            pullPrisma();
        } else if (prisma == null) {
            pullModels(models);
        } else {
            throw new UsageException("say one of --prisma FILE and --models [DIR], not both");
        }
        return Exit.OK;
    }

    private void pullPrisma() {
        TextTarget target = TextTarget.of(
                prisma == null ? options.project().file(Path.of(FILE)).toString() : prisma, force);
        PrismaSchema pulled = history.of(options)
                .run(it -> pulled(it)
                        .map(schema -> PrismaSchema.of(
                                schema, PrismaProvider.of(it.database().dialect()))));
        target.write(
                pulled.print(), "prisma", "pulled", pulled.definition().tables().size(), options.console());
    }

    private void pullModels(String said) {
        Path directory = said.equals(OF_PROJECT) ? options.project().modelDirectory() : Path.of(said);
        ModelFiles files = history.of(options)
                .run(it -> pulled(it)
                        .map(schema -> new ModelFiles(
                                directory.resolve(javaPackage.replace('.', '/')),
                                ModelSources.of(
                                        schema, javaPackage, it.database().dialect()))));
        files.write(force, options.console());
    }

    /** What is there but the library's own tables. */
    private static Mono<SchemaDefinition> pulled(Opened it) {
        Catalog catalog = Catalog.of(it.database());
        return catalog.unread()
                .concatWith(catalog.sequences().map(sequence -> "sequence " + sequence.name()))
                .doOnNext(thing -> it.console().remark("left out  " + thing))
                .then(catalog.schema())
                .map(schema -> OwnTables.leftOutOf(schema, it.settings()));
    }
}
