package dev.ilana.schema.definition;

import dev.ilana.error.InvalidUsageException;
import java.util.HashSet;
import java.util.List;

/** An enumerated type that stands by itself, so that several columns can have it; its values are in their order. */
public record EnumDefinition(QualifiedName name, List<String> values) {

    public EnumDefinition {
        values = List.copyOf(values);
        if (values.isEmpty() || new HashSet<>(values).size() < values.size()) {
            throw new InvalidUsageException("enum \"" + name + "\" needs at least one value and none twice");
        }
    }
}
