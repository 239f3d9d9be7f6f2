package dev.ilana.schema.diff;

import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;

/** Where a wanted schema comes from: a definition as it is, or what can tell less than one, as a Prisma file or models. */
@FunctionalInterface
public interface SchemaSource {

    /** The schema that is wanted of a database which has this one: what the source can't tell is to stay as it is there. */
    SchemaDefinition wantedOf(SchemaDefinition present);

    /** Whether a table that it wants only follows from its others, so that another source which has it knows better. */
    default boolean onlyImplies(QualifiedName table) {
        return false;
    }

    /** This definition, whatever is there. */
    static SchemaSource of(SchemaDefinition definition) {
        return present -> definition;
    }
}
