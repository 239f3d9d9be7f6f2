package dev.ilana.cli;

import javax.lang.model.SourceVersion;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Names of classes that are to be written. */
final class JavaNames {

    private JavaNames() {}

    /** @throws ParameterException of that command, when no class can have the name */
    static String check(String name, CommandLine command) {
        if (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name)) {
            throw new ParameterException(command, "NAME is that of a class, such as RoleSeeder, not " + name);
        }
        return name;
    }
}
