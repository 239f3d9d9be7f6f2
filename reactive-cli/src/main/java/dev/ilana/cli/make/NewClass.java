package dev.ilana.cli.make;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A class that is to be written, or is spoken of in one that is.
 *
 * @param javaPackage empty for none
 * @param name its simple name
 */
record NewClass(String javaPackage, String name) {

    /** Another of the package. */
    NewClass sibling(String otherName) {
        return new NewClass(javaPackage, otherName);
    }

    /** With its package. */
    String fullName() {
        return javaPackage.isEmpty() ? name : javaPackage + "." + name;
    }

    /** Its file, in a directory of sources. */
    Path file(Path directory) {
        return directory.resolve(fullName().replace('.', '/') + ".java");
    }

    /** What each class has for its stub, in the order in which a message names it. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("package", javaPackage.isEmpty() ? "" : "package " + javaPackage + ";");
        values.put("class", name);
        return values;
    }

    /** What imports it into a class of that package; nothing where that needs none. */
    String importedInto(String otherPackage) {
        return javaPackage.equals(otherPackage) ? "" : "import " + fullName() + ";";
    }
}
