package dev.ilana.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which class is to be written, and where. */
final class MakeOptions {

    /** The values that are names in Java, of which no two may be the same. */
    private static final List<String> NAMES = List.of("class", "model", "constant", "firstConstant", "secondConstant");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

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
     * @throws ParameterException when none can have the name, or its package
     */
    NewClass newClass() {
        if (!JavaNames.isClass(name)) {
            throw usage("NAME is that of a class, such as RoleSeeder, not " + name);
        } else if (!JavaNames.isPackage(javaPackage)) {
            throw usage("--package is that of a class, such as app.models, not " + javaPackage);
        }
        return new NewClass(javaPackage, name);
    }

    /**
     * Another class, which is said with its package where that is another.
     *
     * @throws ParameterException when that is no name
     */
    NewClass other(String option, String said) {
        int dot = said.lastIndexOf('.');
        String itsPackage = dot < 0 ? javaPackage : said.substring(0, dot);
        String itsName = said.substring(dot + 1);
        if (dot == 0 || !JavaNames.isPackage(itsPackage) || !JavaNames.isClass(itsName)) {
            throw usage(option + " is the name of a class, such as User or app.models.User, not " + said);
        }
        return new NewClass(itsPackage, itsName);
    }

    /**
     * The model that the class is for: the one that was said, else that of its name.
     *
     * @param suffix what the name of the class ends with, after that of the model
     * @throws ParameterException when neither tells it
     */
    NewClass model(@Nullable String said, String suffix) {
        if (said == null && (!name.endsWith(suffix) || name.equals(suffix))) {
            throw usage("which model is it for? Say it by --model, or call it after the model, such as User" + suffix);
        }
        return other("--model", said == null ? name.substring(0, name.length() - suffix.length()) : said);
    }

    /**
     * The source that a stub makes of the values.
     *
     * @throws ParameterException when something has a name that means something else there
     */
    String source(StubText stub, Map<String, String> values) {
        String source = stub.filled(values);
        Set<String> taken = stub.words();
        for (String each : names(values)) {
            if (!taken.add(each)) {
                throw usage(each + " means something else in " + stub.place() + "; choose another name");
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

    /** Writes them, see {@link MadeFile#write}. */
    int write(List<MadeFile> files, Console console) {
        MadeFile.write(files, force, console);
        return Exit.OK;
    }

    ParameterException usage(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
