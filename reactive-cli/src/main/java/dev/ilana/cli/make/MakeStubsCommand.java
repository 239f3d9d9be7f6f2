package dev.ilana.cli.make;

import dev.ilana.cli.console.Exit;
import dev.ilana.cli.console.UsageException;
import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.ProjectOptions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ilana-r make:stubs} */
@Command(
        name = "make:stubs",
        description = "Writes what new files are made of, to be changed, into stubs.directory, else database/stubs.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r make:stubs", "  ilana-r make:stubs model migration.create"})
public final class MakeStubsCommand implements Callable<Integer> {

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Parameters(
            paramLabel = "STUB",
            arity = "0..*",
            description = "Which: model, pivot, migration, migration.create, migration.table, migration.pivot, seeder,"
                    + " factory, observer, cast. Default: all.")
    private List<String> names = List.of();

    @Option(names = "--force", description = "Write over files that are there.")
    private boolean force;

    @Override
    public Integer call() {
        Stubs stubs = Stubs.of(project);
        List<MadeFile> files = (names.isEmpty()
                        ? Stream.of(Stub.values())
                        : names.stream().map(this::stub))
                .map(stub -> MadeFile.of(stubs.file(stub), stub.text()))
                .toList();
        MadeFile.write(files, force, project.console());
        return Exit.OK;
    }

    private Stub stub(String name) {
        return Stream.of(Stub.values())
                .filter(stub -> stub.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("there is no stub " + name + "; there are "
                        + Stream.of(Stub.values()).map(Stub::word).collect(Collectors.joining(", "))));
    }
}
