package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.KeyChange.AddForeignKey;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableChange.CreateTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TypeChange.CreateEnum;
import dev.ilana.schema.definition.TypeChange.CreateSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All of a definition where nothing is: foreign keys come last, so that the tables may be in any order, and in circles. */
final class Creation {

    private Creation() {}

    static List<SchemaChange> of(SchemaDefinition definition) {
        List<SchemaChange> changes = new ArrayList<>();
        Stream.concat(
                        definition.tables().stream().map(TableDefinition::name),
                        definition.enums().stream().map(type -> type.name()))
                .map(QualifiedName::schema)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(schema -> changes.add(new CreateSchema(schema, true)));
        definition.enums().forEach(type -> changes.add(new CreateEnum(type)));
        definition.tables().forEach(table -> changes.add(new CreateTable(table.withForeignKeys(List.of()))));
        for (TableDefinition table : definition.tables()) {
            table.foreignKeys().forEach(key -> changes.add(new AddForeignKey(table.name(), key)));
        }
        return changes;
    }
}
