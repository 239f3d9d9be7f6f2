package dev.ilana.cli.make;

import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.ProjectOptions;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ilana-r make:factory} */
@Command(
        name = "make:factory",
        description = "Writes a factory of a model to fill in. It needs the test kit, reactive-testkit.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ilana-r make:factory UserFactory",
            "  ilana-r make:factory People --model User",
            "  ilana-r make:factory UserFactory --package app.factories --model app.models.User"
        })
public final class MakeFactoryCommand implements Callable<Integer> {

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Mixin
    private MakeOptions make = new MakeOptions();

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "The model it makes, with its package where that is another. Default: User of UserFactory."
                    + " Its table is to be the constant that make:model gives it: User.USERS.")
    private @Nullable String model;

    @Override
    public Integer call() {
        NewClass type = make.newClass();
        NewClass made = make.model(model, "Factory");
        NewFactory factory = new NewFactory(type, made, ModelNames.constant(new ModelNames(made.name()).table()));
        return make.write(project, Stub.FACTORY, factory.values(), project.factoryDirectory());
    }
}
