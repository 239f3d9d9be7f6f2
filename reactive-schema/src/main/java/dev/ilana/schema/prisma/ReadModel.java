package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.prisma.syntax.Name;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model as it was read, before its relations are known.
 *
 * @param fields the fields that are columns, in their order
 * @param relations the fields that are other models, in their order
 */
record ReadModel(
        Name name,
        QualifiedName table,
        Map<String, ColumnField> fields,
        List<RelationField> relations,
        Keys keys,
        boolean ignored,
        @Nullable String comment) {

    /** The field that a relation names; refuses what is none. */
    ColumnField field(Name named) {
        ColumnField field = fields.get(named.text());
        if (field == null) {
            throw Malformed.unknown("field of " + name.text(), named, fields.keySet());
        }
        return field;
    }

    List<String> columns(List<String> named) {
        return named.stream().map(field -> field(Name.of(field)).column()).toList();
    }
}
