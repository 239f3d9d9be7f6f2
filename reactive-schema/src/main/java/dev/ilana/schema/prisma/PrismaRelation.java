package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a model that is other models: one side of a relation.
 *
 * @param field its name in code
 * @param model the related model
 * @param kind what the whole relation is
 * @param list whether it is several models
 * @param optional whether it may be none
 * @param ignored whether programs are not to see it
 * @param owner whether this model's table has the foreign key
 * @param fields the fields of this model by which it is related
 * @param references the fields of the related model that have the same values, in the same order
 * @param through the table that relates many to many; null for the other kinds
 */
public record PrismaRelation(
        String field,
        String model,
        Kind kind,
        boolean list,
        boolean optional,
        boolean ignored,
        boolean owner,
        List<String> fields,
        List<String> references,
        @Nullable Through through) {

    /** How many of one model have how many of another. */
    public enum Kind {
        ONE_TO_ONE,
        ONE_TO_MANY,
        MANY_TO_MANY
    }

    /**
     * A table that relates many to many, which no model describes.
     *
     * @param column its column with this model's key
     * @param relatedColumn its column with the related model's key
     */
    public record Through(QualifiedName table, String column, String relatedColumn) {}

    public PrismaRelation {
        fields = List.copyOf(fields);
        references = List.copyOf(references);
    }
}
