package dev.ilana.cli.tinker;

import dev.ilana.cli.code.FoundModel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What snippets have without saying it: the words of the library, the models, and {@code db}. */
record Start(List<FoundModel> models, String connection) {

    private static final List<String> PACKAGES = List.of(
            "dev.ilana", "dev.ilana.model", "dev.ilana.query", "reactor.core.publisher", "java.time", "java.util");

    /** Classes of the library that have a namesake among those of {@code java.util}. */
    private static final List<String> OURS = List.of("dev.ilana.model.Collection", "dev.ilana.model.Observer");

    /** The snippets that say it. */
    List<String> snippets() {
        TreeSet<String> packages = new TreeSet<>();
        TreeSet<String> classes = new TreeSet<>(OURS);
        for (FoundModel model : models) {
            Class<?> type = outermost(model.owner());
            if (!type.getPackageName().isEmpty()) {
                packages.add(type.getPackageName());
                if (hasNamesake(type)) {
                    classes.removeIf(name -> name.endsWith("." + type.getSimpleName()));
                    classes.add(type.getName());
                }
            }
        }
        List<String> snippets = new ArrayList<>();
        PACKAGES.forEach(name -> snippets.add("import " + name + ".*;"));
        packages.forEach(name -> snippets.add("import " + name + ".*;"));
        classes.forEach(name -> snippets.add("import " + name + ";"));
        snippets.add("var db = DB.connection(\"" + connection + "\");");
        return snippets;
    }

    /** The models that no snippet can import. */
    List<String> withoutPackage() {
        return models.stream()
                .map(model -> outermost(model.owner()))
                .filter(type -> type.getPackageName().isEmpty())
                .map(Class::getName)
                .distinct()
                .toList();
    }

    private static Class<?> outermost(Class<?> type) {
        Class<?> outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        return outer;
    }

    private static boolean hasNamesake(Class<?> type) {
        return PACKAGES.stream()
                .anyMatch(name -> isThere(name + "." + type.getSimpleName(), Start.class.getClassLoader()));
    }

    private static boolean isThere(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader).getName().equals(name);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
