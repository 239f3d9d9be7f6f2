package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.prisma.syntax.FieldType.Arity;
import dev.ilana.schema.prisma.syntax.Name;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field that is other models, as it was read: one side of a relation whose other is not known yet.
 *
 * @param model the model that has it
 * @param relation the name that both sides of the relation have; null for none
 * @param fields the fields that hold the key; none on the side that has no key
 * @param references the fields of the other model that they hold the values of
 * @param onDelete null where the file does not say
 * @param onUpdate null where the file does not say
 * @param map the foreign key's name; null where the file does not say
 */
record RelationField(
        String model,
        Name name,
        Name target,
        Arity arity,
        @Nullable String relation,
        List<Name> fields,
        List<Name> references,
        @Nullable ReferentialAction onDelete,
        @Nullable ReferentialAction onUpdate,
        @Nullable String map,
        boolean ignored) {

    boolean isList() {
        return arity == Arity.LIST;
    }

    boolean isOptional() {
        return arity == Arity.OPTIONAL;
    }

    /** Whether it says which fields hold the key. */
    boolean holdsKey() {
        return !fields.isEmpty();
    }

    List<String> fieldNames() {
        return fields.stream().map(Name::text).toList();
    }

    List<String> referenceNames() {
        return references.stream().map(Name::text).toList();
    }

    Optional<String> relationName() {
        return Optional.ofNullable(relation);
    }
}
