package dev.ilana.cli.make;

import dev.ilana.cli.console.Console;
import dev.ilana.cli.console.Exit;
import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.CommonOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ilana-r setup} */
@Command(
        name = "setup",
        description =
                "Writes what a project begins with: its settings, an example of .env, the directories under database,"
                        + " a first migration, and what git leaves out. What is there stays as it is.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r setup", "  ilana-r setup --driver postgresql", "  ilana-r setup --properties"})
public final class SetupCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = "--driver",
            paramLabel = "DRIVER",
            description = "h2, in a file under database; postgresql, mariadb or mysql. Default: h2.")
    private String driver = "h2";

    @Option(names = "--properties", description = "Write ilana.properties in place of ilana.yml.")
    private boolean properties;

    @Option(
            names = "--force",
            description =
                    "Write over the settings and .env.example. A .gitignore is added to, a migration stays as it is.")
    private boolean force;

    @Override
    public Integer call() {
        SetupDriver chosen = SetupDriver.of(driver);
        Console console = common.console();
        Setup setup = new Setup(common.directory(), common.environment(), chosen, force);
        setup.write(properties ? SettingsFormat.PROPERTIES : SettingsFormat.YAML, console);
        if (!chosen.isFile()) {
            console.remark("Copy .env.example to .env, and say the password there.");
        }
        console.remark("Next: ilana-r migrate, and ilana-r migrate:status");
        return Exit.OK;
    }
}
