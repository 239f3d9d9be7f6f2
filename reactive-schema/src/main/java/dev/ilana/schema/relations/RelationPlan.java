package dev.ilana.schema.relations;

import java.util.List;

/** A relation as a source describes it, by the names of fields. */
public sealed interface RelationPlan {

    String name();

    /** The name of the related model. */
    String model();

    /**
     * Fields of this model point at another.
     *
     * @param references the fields of the other that have the same values, in the same order
     */
    record Pointer(String name, String model, List<String> fields, List<String> references) implements RelationPlan {}

    /**
     * Fields of another model point at this one.
     *
     * @param fields the fields of this model
     * @param pointers the fields of the other that have the same values, in the same order
     * @param single whether one points here at most
     */
    record Inverse(String name, String model, List<String> fields, List<String> pointers, boolean single)
            implements RelationPlan {}

    /**
     * A table between relates this model's key to that of another.
     *
     * @param toThis its columns that have this model's key, in the order of the key's fields
     * @param toOther its columns that have the other's
     */
    record Through(String name, String model, String table, List<String> toThis, List<String> toOther)
            implements RelationPlan {}
}
