package dev.ilana.model;

import dev.ilana.error.UnknownColumnException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What of one model is for outside, where it is not what its table says. */
final class Visibility {

    private final Map<String, Boolean> shown = new HashMap<>();

    void show(Model<?> model, String[] names, boolean visible) {
        for (String name : names) {
            shown.put(checked(model, name), visible);
        }
    }

    void append(Model<?> model, String[] names) {
        ModelTable<?> table = model.table();
        Set<String> known = table.accessors().keySet();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new UnknownColumnException(table.name(), name, known);
            }
            shown.put(name, true);
        }
    }

    /** A name that is nothing would leave in the open what was meant to be hidden. */
    private static String checked(Model<?> model, String name) {
        ModelTable<?> table = model.table();
        return model.attributes().hasExtra(name)
                        || table.accessors().containsKey(name)
                        || table.relations().containsKey(name)
                ? name
                : table.column(name).name();
    }

    boolean shows(String name, boolean byTable) {
        return shown.getOrDefault(name, byTable);
    }
}
