package dev.ilana.cli.make;

import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.ProjectOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ilana-r make:cast} */
@Command(
        name = "make:cast",
        description = "Writes a cast of text to fill in, beside the models that will have columns of it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r make:cast MoneyCast", "  ilana-r make:cast MoneyCast --package app.casts"})
public final class MakeCastCommand implements Callable<Integer> {

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Mixin
    private MakeOptions make = new MakeOptions();

    @Override
    public Integer call() {
        return make.write(project, Stub.CAST, make.newClass().values(), project.modelDirectory());
    }
}
