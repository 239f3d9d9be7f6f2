package dev.ilana.schema.build;

import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.SchemaChange;

/** One thing that a blueprint was told. */
sealed interface Part {

    record Column(ToldColumn column) implements Part {}

    record Index(IndexBlueprint index) implements Part {}

    record ForeignKey(ForeignKeyBlueprint key) implements Part {}

    record Check(CheckDefinition check) implements Part {}

    /** What only an existing table can be told. */
    record Change(SchemaChange change) implements Part {}
}
