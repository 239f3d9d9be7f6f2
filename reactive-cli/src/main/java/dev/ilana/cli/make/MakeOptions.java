package dev.ilana.cli.make;

import dev.ilana.cli.console.Console;
import dev.ilana.cli.console.Exit;
import dev.ilana.cli.console.UsageException;
import dev.ilana.cli.option.ProjectOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which class is to be written, and where. */
final class MakeOptions {

    /** The values that are names in Java, of which no two may be the same. */
    private static final List<String> NAMES = List.of("class", "model", "constant", "firstConstant", "secondConstant");

    @Parameters(paramLabel = "NAME", description = "The name of its class.")
    private String name = "";

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The package of its class, whose directories are made. Default: none.")
    private String javaPackage = "";

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    /**
     * The class.
     *
     * @throws UsageException when none can have the name, or its package
     */
    NewClass newClass() {
        if (!JavaNames.isClass(name)) {
            throw new UsageException("NAME is that of a class, such as RoleSeeder, not " + name);
        } else if (!JavaNames.isPackage(javaPackage)) {
            throw new UsageException("--package is that of a class, such as app.models, not " + javaPackage);
        }
        return new NewClass(javaPackage, name);
    }

    /**
     * Another class, which is said with its package where that is another.
     *
     * @throws UsageException when that is no name
     */
    NewClass other(String option, String said) {
        int dot = said.lastIndexOf('.');
        String itsPackage = dot < 0 ? javaPackage : said.substring(0, dot);
        String itsName = said.substring(dot + 1);
        if (dot == 0 || !JavaNames.isPackage(itsPackage) || !JavaNames.isClass(itsName)) {
            throw new UsageException(option + " is the name of a class, such as User or app.models.User, not " + said);
        }
        return new NewClass(itsPackage, itsName);
    }

    /**
     * The model that the class is for: the one that was said, else that of its name.
     *
     * @param suffix what the name of the class ends with, after that of the model
     * @throws UsageException when neither tells it
     */
    NewClass model(@Nullable String said, String suffix) {
        if (said == null && (!name.endsWith(suffix) || name.equals(suffix))) {
            throw new UsageException(
                    "which model is it for? Say it by --model, or call it after the model, such as User" + suffix);
        }
        return other("--model", said == null ? name.substring(0, name.length() - suffix.length()) : said);
    }

    /**
     * The source that a stub makes of the values.
     *
     * @throws UsageException when something has a name that means something else there
     */
    private String source(StubText stub, Map<String, String> values) {
        String source = stub.filled(values);
        Set<String> taken = stub.words();
        for (String each : names(values)) {
            if (!taken.add(each)) {
                throw new UsageException(each + " means something else in " + stub.place() + "; choose another name");
            }
        }
        return source;
    }

    private static List<String> names(Map<String, String> values) {
        return NAMES.stream()
                .flatMap(key -> Stream.ofNullable(values.get(key)))
                .map(value -> value.replace("<?>", ""))
                .toList();
    }

    /** The file of that class, in a directory of sources, as a stub makes it of the values. */
    MadeFile file(NewClass type, StubText stub, Map<String, String> values, Path directory) {
        return MadeFile.of(type.file(directory), source(stub, values));
    }

    /** Writes the class, as the project's stub makes it of the values, into that directory of sources; gives the exit code. */
    int write(ProjectOptions project, Stub stub, Map<String, String> values, Path directory) {
        return write(List.of(file(newClass(), Stubs.of(project).text(stub), values, directory)), project.console());
    }

    /** Writes them, see {@link MadeFile#write}; gives the exit code. */
    int write(List<MadeFile> files, Console console) {
        MadeFile.write(files, force, console);
        return Exit.OK;
    }
}
