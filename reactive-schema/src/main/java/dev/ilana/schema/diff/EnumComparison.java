package dev.ilana.schema.diff;

import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TypeChange.AddEnumValue;
import dev.ilana.schema.definition.TypeChange.CreateEnum;
import dev.ilana.schema.definition.TypeChange.DropType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The enumerated types that stand by themselves, as they are and as they are to be. */
record EnumComparison(SchemaDefinition from, SchemaDefinition to) {

    void addTo(Changes changes) {
        for (EnumDefinition type : to.enums()) {
            Optional<EnumDefinition> present = named(from, type.name());
            if (present.isPresent()) {
                changed(present.get(), type, changes);
            } else {
                changes.add(Phase.TYPES, new CreateEnum(type));
            }
        }
        for (EnumDefinition type : from.enums()) {
            if (named(to, type.name()).isEmpty()) {
                changes.drop(
                        Phase.TYPES_OUT, Drop.TABLES, "enum \"" + type.name() + "\"", new DropType(type.name(), false));
            }
        }
    }

    private static Optional<EnumDefinition> named(SchemaDefinition schema, QualifiedName name) {
        return schema.enums().stream().filter(type -> type.name().equals(name)).findFirst();
    }

    private static void changed(EnumDefinition from, EnumDefinition to, Changes changes) {
        List<String> values = new ArrayList<>(from.values());
        for (int i = to.values().size() - 1; i >= 0; i--) {
            String value = to.values().get(i);
            if (!values.contains(value)) {
                String before = i + 1 < to.values().size() ? to.values().get(i + 1) : null;
                changes.add(Phase.TYPES, new AddEnumValue(to.name(), value, before));
                values.add(before == null ? values.size() : values.indexOf(before), value);
            }
        }
        List<String> gone = from.values().stream()
                .filter(value -> !to.values().contains(value))
                .toList();
        if (!gone.isEmpty()) {
            changes.withhold(
                    "values " + gone + " of enum \"" + to.name() + "\"",
                    "a type's values can't be dropped; make another type, and change the columns to it");
        } else if (!values.equals(to.values())) {
            changes.withhold(
                    "the order of the values of enum \"" + to.name() + "\"",
                    "it can't be changed; make another type, and change the columns to it");
        }
    }
}
