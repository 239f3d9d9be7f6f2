package dev.ilana.schema.seed;

import dev.ilana.error.IlanaException;
import dev.ilana.schema.definition.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/** Tables to be seeded reference each other in a circle, and the plan was to refuse that. Nothing was done. */
public final class SeedCycleException extends IlanaException {

    SeedCycleException(List<List<QualifiedName>> cycles) {
        super(words(cycles));
    }

    static String words(List<List<QualifiedName>> cycles) {
        return cycles.stream()
                .map(cycle -> "no order is right for "
                        + cycle.stream().map(QualifiedName::toString).collect(Collectors.joining(", "))
                        + ", which reference each other")
                .collect(Collectors.joining("; "));
    }
}
