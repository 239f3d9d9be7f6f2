package dev.ilana.cli.make;

import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.ProjectOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ilana-r make:seeder} */
@Command(
        name = "make:seeder",
        description = "Writes a seeder to fill in.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r make:seeder RoleSeeder", "  ilana-r make:seeder RoleSeeder --package app.seeders"})
public final class MakeSeederCommand implements Callable<Integer> {

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Mixin
    private MakeOptions make = new MakeOptions();

    @Override
    public Integer call() {
        return make.write(project, Stub.SEEDER, make.newClass().values(), project.seederDirectory());
    }
}
