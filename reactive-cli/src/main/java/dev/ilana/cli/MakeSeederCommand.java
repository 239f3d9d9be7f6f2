package dev.ilana.cli;

import java.util.List;
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
final class MakeSeederCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private MakeOptions make = new MakeOptions();

    @Override
    public Integer call() {
        NewClass seeder = make.newClass();
        String source = make.source(options.stubs().text(Stub.SEEDER), seeder.values());
        return make.write(List.of(MadeFile.of(seeder.file(options.seederDirectory()), source)), options.console());
    }
}
