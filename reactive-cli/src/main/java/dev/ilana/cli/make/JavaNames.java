package dev.ilana.cli.make;

import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names of classes that are to be written. */
final class JavaNames {

    /** Words that Java has for itself where a class is named, and nowhere else (JLS, 3.9). */
    private static final Set<String> RESTRICTED = Set.of("permits", "record", "sealed", "var", "yield");

    private JavaNames() {}

    /** Whether a class can have that name, which has no package. */
    static boolean isClass(String name) {
        return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name) && !RESTRICTED.contains(name);
    }

    /** Whether it is the name of a package; the empty one is that of none. */
    static boolean isPackage(String name) {
        return name.isEmpty() || SourceVersion.isName(name);
    }
}
