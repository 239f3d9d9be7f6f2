package dev.ilana.cli.make;

import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.ProjectOptions;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ilana-r make:observer} */
@Command(
        name = "make:observer",
        description = "Writes an observer to fill in, beside the models.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ilana-r make:observer UserObserver --model User",
            "  ilana-r make:observer AuditObserver --package app.audit",
            "  ilana-r make:observer UserObserver --package app.audit --model app.models.User"
        })
public final class MakeObserverCommand implements Callable<Integer> {

    private static final NewClass ANY = new NewClass("dev.ilana.model", "Model");

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Mixin
    private MakeOptions make = new MakeOptions();

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "The model it is told of, with its package where that is another. Default: any.")
    private @Nullable String model;

    @Override
    public Integer call() {
        NewClass observer = make.newClass();
        NewClass observed = model == null ? ANY : make.other("--model", model);
        Map<String, String> values = observer.values();
        values.put("imports", observed.importedInto(observer.javaPackage()));
        values.put("model", observed.name() + (model == null ? "<?>" : ""));
        return make.write(project, Stub.OBSERVER, values, project.modelDirectory());
    }
}
