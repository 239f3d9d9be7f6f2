package dev.ilana.cli.schema;

import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.console.Console;
import dev.ilana.cli.console.Exit;
import dev.ilana.cli.console.Json;
import dev.ilana.cli.console.UsageException;
import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.option.HistoryOption;
import dev.ilana.cli.project.DumpFile;
import dev.ilana.cli.project.MigrationFiles;
import dev.ilana.schema.migrate.dump.SchemaDump;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ilana-r schema:dump} */
@Command(
        name = "schema:dump",
        description = "Writes the tables and the history as one SQL file, which migrate loads into an empty database.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ilana-r schema:dump",
            "  ilana-r schema:dump --output - > schema.sql",
            "  ilana-r schema:dump --prune"
        })
public final class DumpCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "Where to write it, - for standard output. Default: schema/DATABASE.sql beside the directory of"
                            + " the migrations, where migrate looks for it.")
    private @Nullable String output;

    @Option(
            names = "--prune",
            description =
                    "Delete the files of the migrations that the dump has. A dump that leaves something out deletes"
                            + " none.")
    private boolean prune;

    @Option(names = "--force", description = "Prune without asking.")
    private boolean force;

    @Override
    public Integer call() {
        if (prune && output != null) {
            throw new UsageException("--prune needs the dump where migrate looks for it, without --output");
        }
        if (prune) {
            options.project().consent().agreed(force, "--prune deletes the files of migrations");
        }
        SchemaDump dump = history.of(options).run(it -> it.migrator().dump());
        Console console = options.console();
        dump.leftOut().forEach(thing -> console.remark("left out  " + thing));
        if (STANDARD_OUTPUT.equals(output)) {
            console.dump(dump);
            return Exit.OK;
        }
        DumpFile file = output == null ? options.migrations().dumpFile(dump.dialect()) : new DumpFile(Path.of(output));
        file.write(dump);
        report(dump, file, console);
        return prune ? pruned(dump, console) : Exit.OK;
    }

    private static void report(SchemaDump dump, DumpFile file, Console console) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("event", "dumped");
        object.put("file", file.path());
        object.put("migrations", dump.migrations().size());
        object.put("leftOut", dump.leftOut().size());
        console.print("dumped  " + file.path() + "  " + dump.migrations().size() + " migrations", object);
    }

    private int pruned(SchemaDump dump, Console console) {
        if (!dump.leftOut().isEmpty()) {
            throw new CommandFailedException(
                    "nothing was pruned: the dump leaves something out, so it can't stand for the"
                            + " migrations; write the SQL for it into the file");
        }
        List<MigrationFiles> directories = options.migrations().files();
        dump.migrations()
                .forEach(name -> directories.stream()
                        .flatMap(files -> files.delete(name).stream())
                        .forEach(file -> console.print(
                                "deleted  " + file, Json.object("event", "deleted", "migration", name, "file", file))));
        return Exit.OK;
    }
}
