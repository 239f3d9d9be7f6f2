package dev.ilana.cli.schema;

import dev.ilana.cli.console.Console;
import dev.ilana.schema.diff.Difference;
import dev.ilana.schema.diff.Withheld;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a difference: a line for each change and for what is withheld.
 *
 * @param from what wants it, where that must be told; null where there is only one
 */
public record DifferenceReport(Console console, @Nullable String from) {

    public static DifferenceReport on(Console console) {
        return new DifferenceReport(console, null);
    }

    /** What differs; the remark when nothing does. */
    void lines(Difference difference, String whenNone) {
        heading(difference);
        new Difference(difference.dialect(), difference.changes(), List.of())
                .lines()
                .forEach(line -> console.print(line, object("change", line)));
        difference.withheld().forEach(withheld -> {
            Map<String, Object> object = object("withheld", withheld.what());
            object.put("why", why(withheld));
            console.print(line(withheld), object);
        });
        remark(difference, whenNone);
    }

    /** The SQL of the changes; what is withheld is no SQL, and a remark. */
    void sql(Difference difference, String whenNone) {
        heading(difference);
        difference.statements().forEach(sql -> console.print(sql + ";", object("sql", sql)));
        withheld(difference);
        remark(difference, whenNone);
    }

    /** A remark for what is withheld. */
    public void withheld(Difference difference) {
        difference.withheld().forEach(withheld -> console.remark(line(withheld)));
    }

    private void heading(Difference difference) {
        if (from != null && !difference.isEmpty() && !console.json()) {
            console.print("-- " + from, Map.of());
        }
    }

    private Map<String, Object> object(String key, Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (from != null) {
            object.put("from", from);
        }
        object.put(key, value);
        return object;
    }

    private static String line(Withheld withheld) {
        return "! " + withheld.what() + ": " + why(withheld);
    }

    /** The library names its own words; a person here has options. */
    private static String why(Withheld withheld) {
        return withheld.drop() == null
                ? withheld.why()
                : "it is dropped only by " + ChangeOptions.toDrop(withheld.drop());
    }

    private void remark(Difference difference, String whenNone) {
        if (difference.isEmpty()) {
            console.remark(from == null ? whenNone : "-- " + from + "\n" + whenNone);
        }
    }
}
