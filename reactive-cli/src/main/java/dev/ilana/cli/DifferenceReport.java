package dev.ilana.cli;

import dev.ilana.schema.diff.Difference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said of a difference: a line for each change and for what is withheld. */
record DifferenceReport(Console console) {

    /** What differs; the remark when nothing does. */
    void lines(Difference difference, String whenNone) {
        new Difference(difference.dialect(), difference.changes(), List.of())
                .lines()
                .forEach(line -> console.print(line, Map.of("change", line)));
        difference.withheld().forEach(withheld -> {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("withheld", withheld.what());
            object.put("why", withheld.why());
            console.print("! " + withheld, object);
        });
        remark(difference, whenNone);
    }

    /** The SQL of the changes; what is withheld is no SQL, and a remark. */
    void sql(Difference difference, String whenNone) {
        difference.statements().forEach(sql -> console.print(sql + ";", Map.of("sql", sql)));
        difference.withheld().forEach(withheld -> console.remark("! " + withheld));
        remark(difference, whenNone);
    }

    private void remark(Difference difference, String whenNone) {
        if (difference.isEmpty()) {
            console.remark(whenNone);
        }
    }
}
