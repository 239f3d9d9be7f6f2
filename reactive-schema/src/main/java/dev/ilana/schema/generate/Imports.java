package dev.ilana.schema.generate;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The classes that a source names, collected while it is written. */
final class Imports {

    private final Set<String> names = new TreeSet<>();

    /** The name by which the source may call the class from now on. */
    String name(Class<?> type) {
        if (!type.getPackageName().equals("java.lang")) {
            names.add(type.getCanonicalName());
        }
        return type.getSimpleName();
    }

    /** The constant of an enum, as the source may write it. */
    String constant(Enum<?> constant) {
        return name(constant.getDeclaringClass()) + "." + constant.name();
    }

    /** A line for each class, in the order of the alphabet. */
    String lines() {
        return names.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
    }
}
