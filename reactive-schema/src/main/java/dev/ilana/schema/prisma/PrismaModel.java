package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model: a table by the names of a program.
 *
 * @param name its name in code
 * @param fields its columns, in their order
 * @param relations its fields that are other models, in their order
 * @param id the fields of its primary key; none where it has only unique fields
 * @param ignored whether programs are not to see it
 * @param comment what its comments of three slashes say; null for none
 */
public record PrismaModel(
        String name,
        QualifiedName table,
        List<PrismaField> fields,
        List<PrismaRelation> relations,
        List<String> id,
        boolean ignored,
        @Nullable String comment) {

    public PrismaModel {
        fields = List.copyOf(fields);
        relations = List.copyOf(relations);
        id = List.copyOf(id);
    }

    /** The field of that name; empty when there is none, or it is a relation. */
    public Optional<PrismaField> field(String field) {
        return fields.stream().filter(one -> one.name().equals(field)).findFirst();
    }

    /** The relation of that name; empty when there is none. */
    public Optional<PrismaRelation> relation(String field) {
        return relations.stream().filter(one -> one.field().equals(field)).findFirst();
    }
}
