package dev.ilana.schema.ensure;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.SequenceDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.diff.SchemaSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** All that is registered, as one. */
record Registered(List<SchemaSource> sources) implements SchemaSource {

    static final Registered NOTHING = new Registered(List.of());

    Registered with(SchemaSource source) {
        List<SchemaSource> all = new ArrayList<>(sources);
        all.add(source);
        return new Registered(List.copyOf(all));
    }

    /** @throws InvalidUsageException when a table is registered twice */
    @Override
    public SchemaDefinition wantedOf(SchemaDefinition present) {
        Map<QualifiedName, TableDefinition> tables = new LinkedHashMap<>();
        Set<QualifiedName> implied = new HashSet<>();
        List<EnumDefinition> enums = new ArrayList<>();
        Map<QualifiedName, SequenceDefinition> sequences = new LinkedHashMap<>();
        for (SchemaSource source : sources) {
            SchemaDefinition wanted = source.wantedOf(present);
            for (TableDefinition table : wanted.tables()) {
                QualifiedName name = table.name();
                boolean onlyImplied = source.onlyImplies(name);
                if (!tables.containsKey(name) || (!onlyImplied && implied.remove(name))) {
                    tables.put(name, table);
                    if (onlyImplied) {
                        implied.add(name);
                    }
                } else if (!onlyImplied) {
                    throw new InvalidUsageException("table \"" + name + "\" is registered twice");
                }
            }
            wanted.enums().stream().filter(type -> !enums.contains(type)).forEach(enums::add);
            // A source that knows of no sequences wants them as they are.
            wanted.sequences().stream()
                    .filter(sequence -> !sequences.containsKey(sequence.name())
                            || !present.sequences().contains(sequence))
                    .forEach(sequence -> sequences.put(sequence.name(), sequence));
        }
        return new SchemaDefinition(List.copyOf(tables.values()), enums, List.copyOf(sequences.values()));
    }

    /** The registered tables, and beside them whatever else is there, but for what is only the former name of one. */
    SchemaSource besidesOthers(Predicate<QualifiedName> isFormerName) {
        return present -> {
            SchemaDefinition wanted = wantedOf(present);
            List<TableDefinition> tables = new ArrayList<>(wanted.tables());
            present.tables().stream()
                    .filter(table -> wanted.table(table.name()).isEmpty() && !isFormerName.test(table.name()))
                    .forEach(tables::add);
            List<EnumDefinition> enums = new ArrayList<>(wanted.enums());
            present.enums().stream()
                    .filter(type ->
                            wanted.enums().stream().noneMatch(one -> one.name().equals(type.name())))
                    .forEach(enums::add);
            List<SequenceDefinition> sequences = new ArrayList<>(wanted.sequences());
            present.sequences().stream()
                    .filter(sequence -> wanted.sequence(sequence.name()).isEmpty())
                    .forEach(sequences::add);
            return new SchemaDefinition(tables, enums, sequences);
        };
    }
}
