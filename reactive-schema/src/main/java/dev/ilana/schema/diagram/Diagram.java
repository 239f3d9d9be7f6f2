package dev.ilana.schema.diagram;

import dev.ilana.schema.definition.SchemaDefinition;

/**
 * A schema as the text of a diagram: its tables in their order, then what refers to what. The same definition always gives the
 * same text, with {@code \n} at the end of each line. What a definition says in free text, as a comment or SQL, never ends the
 * place it stands in.
 */
public final class Diagram {

    private Diagram() {}

    /**
     * The schema as an entity relationship diagram of Mermaid. The name or type that Mermaid can't write has {@code _} for each
     * character it does not know, and its column is said to be named otherwise. A table that is referred to and not defined is
     * drawn without columns. Without tables it is an empty diagram.
     *
     * @see <a href="https://mermaid.js.org/syntax/entityRelationshipDiagram.html">Entity Relationship Diagrams</a>
     */
    public static String mermaid(SchemaDefinition schema) {
        return new MermaidDiagram(schema).text();
    }

    /**
     * The schema in DBML, the Database Markup Language. An enumeration that only its column knows is an enum named after both,
     * {@code "orders.state"}. A foreign key that DBML can't have, as one to a table which is not defined, is a comment that says
     * why. Without tables and enums it is an empty text.
     *
     * @see <a href="https://dbml.dbdiagram.io/docs/">DBML, full syntax</a>
     */
    public static String dbml(SchemaDefinition schema) {
        return new DbmlDiagram(schema).text();
    }
}
